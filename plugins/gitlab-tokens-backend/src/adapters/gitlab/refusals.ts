import { Meaning, MissingThing } from './Meaning';
import { PLACE_REFUSALS } from './placeRefusals';
import { TOKEN_REFUSALS } from './tokenRefusals';

/** A refusal as it came. */
interface Refusal {
  status: number;
  answer: Record<string, unknown>;
  asked: { method: string; url: string };
}

const KNOWN = [...TOKEN_REFUSALS, ...PLACE_REFUSALS];

/** Parameters that a validation can be about; only these are repeated from an answer. */
const PARAMETERS =
  /\b(name|scopes|access_level|expires_at|username|description|token_id|user_id|state|key|environment_scope|source_branch|target_branch|title)\b/g;

/** What GitLab's refusal means. */
export function meaningOf(refusal: Refusal): Meaning {
  const said = wordsOf(refusal.answer);
  const known = KNOWN.find(({ words }) => said.some(text => words.test(text)));
  return known?.meaning ?? meaningOfStatus(refusal, said);
}

/** The five shapes of GitLab's errors hold text under these keys; a message may be an object of lists. */
function wordsOf({
  error_description,
  error,
  message,
}: Record<string, unknown>) {
  return [error_description, error, message]
    .filter(value => value !== undefined && value !== null)
    .map(value => (typeof value === 'string' ? value : JSON.stringify(value)));
}

function meaningOfStatus({ status, asked }: Refusal, said: string[]): Meaning {
  switch (status) {
    case 401:
      return unauthorized(asked.url);
    case 403:
      return {
        code: 'GATEWAY_FORBIDDEN',
        words: 'the token may not do this',
      };
    case 404:
      return missing(said);
    case 405:
      return {
        code: 'GATEWAY_NOT_PERMITTED',
        words: 'this cannot be done with a token of this kind',
      };
    case 409:
    case 412:
      return {
        code: 'GATEWAY_CONFLICT',
        words: 'it has changed meanwhile, or more than one thing is meant',
      };
    case 400:
    case 422:
      return invalid(said);
    default:
      return {
        code: 'GATEWAY_UNEXPECTED_ANSWER',
        words: 'which it should not here',
      };
  }
}

/** What GitLab says that there is not; the rest of its words may be anybody's. */
const MISSING = new Map<string, MissingThing>([
  ['404 Project Not Found', 'project'],
  ['404 Group Not Found', 'group'],
  ['404 Variable Not Found', 'variable'],
  ['404 GroupVariable Not Found', 'variable'],
  ['404 File Not Found', 'file'],
  ['404 Commit Not Found', 'commit'],
  ['404 Branch Not Found', 'branch'],
  ['No such branch', 'branch'],
]);

function missing(said: string[]): Meaning {
  const thing = said.map(text => MISSING.get(text)).find(Boolean);
  return {
    code: 'GATEWAY_NOT_FOUND',
    words: `${
      thing ? `the ${thing}` : 'it'
    } does not exist, or the token may not see it`,
    missing: thing,
  };
}

/** Of the tokens of a group or project, and of other people's, GitLab says 401 where it means the role. */
function unauthorized(url: string): Meaning {
  const isAboutOtherTokens = /access_tokens(\/\d+|\/self\/rotate|\?|$)/.test(
    url,
  );
  return isAboutOtherTokens
    ? {
        code: 'GATEWAY_NOT_PERMITTED',
        words:
          'this credential may not manage these tokens (it takes Owner of the group, Maintainer of the project, or the token’s own user), or GitLab does not know the credential; it does not say which',
      }
    : {
        code: 'GATEWAY_CREDENTIAL_REJECTED',
        words:
          'it does not know the token, or does not accept tokens of this kind',
      };
}

function invalid(said: string[]): Meaning {
  const parameters = [...new Set(said.join(' ').match(PARAMETERS) ?? [])];
  return {
    code: 'GATEWAY_INVALID_REQUEST',
    words: parameters.length
      ? `it does not accept ${parameters.join(', ')}`
      : 'it does not accept the request, for a reason that this version does not know',
  };
}
