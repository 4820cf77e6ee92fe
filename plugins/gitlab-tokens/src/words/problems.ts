import {
  Blocker,
  BLOCKERS,
  Problem,
  PROBLEM_CODES,
  ProblemCode,
  ProblemDetails,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { ProblemContext, remedyOf } from './remedies';
import { roleWord, Translate, Words } from './Words';

/** A problem of the backend in words. */
export type ProblemWords = {
  what: string;
  action: string;
  /** What the backend says itself, where that says more; it is in English. */
  original: string | null;
  /** `what` and `action` are the backend's own words. */
  isEnglish: boolean;
};

function isBlocker(code: string): code is Blocker {
  return (BLOCKERS as readonly string[]).includes(code);
}

function isProblem(code: string): code is ProblemCode {
  return (PROBLEM_CODES as readonly string[]).includes(code);
}

/** Who it is about: "The broker (dana)". */
function whoOf({ source = 'broker', username }: ProblemDetails, t: Translate) {
  const who = t(`blockerFact.${source}`);
  return username ? t('blockerFact.named', { who, username }) : who;
}

/** The sentence about a blocker that holds its facts; undefined where they are not all there. */
function exactSentence(
  code: Blocker,
  details: ProblemDetails,
  { t, formats }: Words,
): string | undefined {
  const { role, neededRole, tokenRole, scopes, expiresAt } = details;
  const who = whoOf(details, t);
  switch (code) {
    case 'BROKER_ROLE_TOO_LOW': {
      const needed = neededRole && roleWord(neededRole, t);
      if (!needed || role === undefined) {
        return undefined;
      }
      return role === null
        ? t('blockerFact.noMember', { who, needed })
        : t('blockerFact.roleTooLow', { who, role: roleWord(role, t), needed });
    }
    case 'BROKER_ROLE_BELOW_TOKEN':
      return role && tokenRole
        ? t('blockerFact.roleBelowToken', {
            who,
            role: roleWord(role, t),
            wanted: roleWord(tokenRole, t),
          })
        : undefined;
    case 'BROKER_SCOPE_TOO_NARROW':
      return scopes && scopes.length > 0
        ? t('blockerFact.scopeTooNarrow', { who, scopes: formats.list(scopes) })
        : undefined;
    case 'BROKER_REJECTED':
      return expiresAt
        ? t('blockerFact.expired', { who, date: formats.date(expiresAt) })
        : undefined;
    case 'TOKEN_CANNOT_ROTATE_ITSELF':
      return scopes && scopes.length > 0
        ? t('blockerFact.cannotRotateItself', { scopes: formats.list(scopes) })
        : undefined;
    case 'BROKER_IS_BOT':
    case 'BROKER_NOT_ADMINISTRATOR':
      return details.username ? t(`blocker.${code}.what`, { who }) : undefined;
    default:
      return undefined;
  }
}

/** Blockers of which the backend says the same each time, so that there is nothing to add. */
const WITHOUT_FACTS: readonly Blocker[] = [
  'DEPLOY_TOKENS_CANNOT_ROTATE',
  'TOKEN_REVOKED',
  'TOKEN_EXPIRED',
  'PERSONAL_TOKENS_ARE_MADE_BY_HAND',
  'NO_DELIVERY',
  'TOKEN_GONE',
];

/** A blocker by its code, with the code of what is behind it. */
function blockerWords(
  code: Blocker,
  details: ProblemDetails,
  words: Words,
): { what: string; action: string; isExact: boolean } {
  const { t } = words;
  const { cause } = details;
  const exact = exactSentence(code, details, words);
  const what = exact ?? t(`blocker.${code}.what`, { who: whoOf(details, t) });
  const behind = cause && isProblem(cause) ? ` ${t(`problem.${cause}`)}` : '';
  return {
    what: what + behind,
    action: t(`blocker.${code}.action`),
    isExact: exact !== undefined || WITHOUT_FACTS.includes(code),
  };
}

/**
 * A problem or a blocker in the language of the viewer. English is what the backend itself says, because that is the
 * most exact; so is what this version does not know.
 *
 * @param context - what was done when it came up
 */
export function problemWords(
  problem: Problem,
  words: Words,
  context: ProblemContext = 'operation',
): ProblemWords {
  const { code, message, action, details = {} } = problem;
  const { t, formats } = words;
  const original = `${message} ${action}`;
  if (!formats.isEnglish && isBlocker(code)) {
    const { isExact, ...said } = blockerWords(code, details, words);
    return { ...said, original: isExact ? null : original, isEnglish: false };
  }
  if (!formats.isEnglish && isProblem(code)) {
    return {
      what: t(`problem.${code}`),
      action: t(`remedy.${remedyOf(code, context)}`),
      original,
      isEnglish: false,
    };
  }
  return { what: message, action, original: null, isEnglish: true };
}
