import { GatewayErrorCode } from '../../ports/GatewayError';

/** What a refusal means, for programs and in words. */
export interface Meaning {
  code: GatewayErrorCode;
  words: string;
}

/** A refusal as it came. */
interface Refusal {
  status: number;
  answer: Record<string, unknown>;
  asked: { method: string; url: string };
}

/** GitLab's words, recognised by how they begin or what they contain. Source: GitLab 18.9; older wordings as noted. */
const KNOWN: { words: RegExp; meaning: Meaning }[] = [
  {
    words: /^Token is expired/,
    meaning: {
      code: 'GATEWAY_CREDENTIAL_EXPIRED',
      words: 'the token has expired',
    },
  },
  {
    words: /^Token was revoked/,
    meaning: {
      code: 'GATEWAY_CREDENTIAL_REVOKED',
      words: 'the token was revoked',
    },
  },
  {
    words: /^Token is an impersonation token/,
    meaning: {
      code: 'GATEWAY_CREDENTIAL_REJECTED',
      words:
        'it is an impersonation token, and impersonation is disabled on this instance',
    },
  },
  {
    words: /^DPoP validation error/,
    meaning: {
      code: 'GATEWAY_CREDENTIAL_REJECTED',
      words: 'its user demands DPoP proofs, which a portal cannot give',
    },
  },
  {
    words: /^insufficient_(granular_)?scope$/,
    meaning: {
      code: 'GATEWAY_INSUFFICIENT_SCOPE',
      words: 'the scopes of the token do not cover this',
    },
  },
  {
    words: /^403 Forbidden - Your account (has been|is|must|needs|was)\b/,
    meaning: {
      code: 'GATEWAY_FORBIDDEN',
      words:
        'the account of the token is blocked, deactivated or not confirmed',
    },
  },
  {
    words:
      /User does not have permission to create (project|group) access token/,
    meaning: {
      code: 'GATEWAY_NOT_PERMITTED',
      words:
        'this credential may not create such a token there. GitLab does not say which it is: its role is too low (it takes Owner of the group, Maintainer of the project), it is the token of a bot, GitLab.com’s plan has no such tokens, or the top-level group forbids them',
    },
  },
  {
    words: /permissions not held by the (creating )?user/,
    meaning: {
      code: 'GATEWAY_NOT_PERMITTED',
      words:
        'the role of the token is not below or equal to that of the credential; Planner and Security Manager can be given only by an Owner or by one who has that very role',
    },
  },
  {
    words: /Token already revoked/,
    meaning: {
      code: 'GATEWAY_ALREADY_REVOKED',
      words: 'the token is revoked already and cannot be rotated',
    },
  },
  {
    words: /Not permitted to revoke|cannot delete/,
    meaning: {
      code: 'GATEWAY_NOT_PERMITTED',
      words: 'this credential may not revoke that token',
    },
  },
  {
    words: /Failed to find bot user/,
    meaning: {
      code: 'GATEWAY_NOT_PERMITTED',
      words:
        'the bot of that token is no longer a member, so that the token cannot be revoked there; revoke it by an administrator',
    },
  },
  {
    words: /requires token type to be a personal access token/,
    meaning: {
      code: 'GATEWAY_NOT_PERMITTED',
      words: 'this takes a personal, group or project access token',
    },
  },
  {
    // Before 16.11: "Expires at must expire in 365 days".
    words: /Expiration date must be before|must expire in \d+ days/,
    meaning: {
      code: 'GATEWAY_INVALID_REQUEST',
      words: 'the expiry is later than this instance allows',
    },
  },
  {
    words: /expires_at is missing|expires_at.*can't be blank/,
    meaning: {
      code: 'GATEWAY_INVALID_REQUEST',
      words: 'this instance demands an expiry',
    },
  },
  {
    words: /already been taken/,
    meaning: {
      code: 'GATEWAY_CONFLICT',
      words: 'something of that name is there already',
    },
  },
];

/** Parameters that a validation can be about; only these are repeated from an answer. */
const PARAMETERS =
  /\b(name|scopes|access_level|expires_at|username|description|token_id|user_id|state)\b/g;

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
      return {
        code: 'GATEWAY_NOT_FOUND',
        words: 'it does not exist, or the token may not see it',
      };
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
