import {
  Environment,
  ManagedToken,
  Policy,
  TokenKind,
  TokenState,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Failure } from '../model/failure';
import { FailureWords, failureWords } from './failures';
import { Translate, Words } from './Words';

/** A token as the badge of a state shows it: near its expiry by the policy of its environment. */
export type TokenSubject = Pick<
  Environment,
  'state' | 'title' | 'file' | 'daysLeft'
>;

function stateOf(
  { state, daysLeft }: Pick<ManagedToken, 'state' | 'daysLeft'>,
  policy: Policy | undefined,
): TokenSubject['state'] {
  if (state !== 'active' || daysLeft === null || !policy) {
    return state;
  }
  if (daysLeft <= policy.criticalDays) {
    return 'critical';
  }
  return daysLeft <= policy.warnDays ? 'expiring' : 'active';
}

/** What the badge of a token's state needs. */
export function tokenSubject(
  token: Pick<ManagedToken, 'name' | 'state' | 'daysLeft'>,
  environment: Pick<Environment, 'policy' | 'file'> | undefined,
): TokenSubject {
  return {
    state: stateOf(token, environment?.policy),
    title: token.name,
    file: environment?.file ?? '',
    daysLeft: token.daysLeft,
  };
}

/** "in 12 days", "3 days ago"; undefined for a token that never expires or no longer matters. */
export function expiryDistance(
  { daysLeft, state }: Pick<ManagedToken, 'daysLeft' | 'state'>,
  { formats }: Words,
): string | undefined {
  return daysLeft === null || state === 'revoked'
    ? undefined
    : formats.inDays(daysLeft);
}

/** "Expires 2026-12-09 (in 18 days)", "Expired 2026-05-01", "Never expires"; undefined where it no longer matters. */
export function expiryPhrase(
  token: Pick<ManagedToken, 'daysLeft' | 'state' | 'expiresAt'>,
  words: Words,
): string | undefined {
  const { t } = words;
  const { expiresAt, state } = token;
  if (state === 'revoked') {
    return undefined;
  }
  if (expiresAt === null) {
    return t('entity.neverExpires');
  }
  const distance = expiryDistance(token, words);
  return state === 'expired' || distance === undefined
    ? t('entity.expired', { date: expiresAt })
    : t('entity.expires', { date: expiresAt, expiry: distance });
}

/** Whether tokens of a kind have a role of their own. */
export function hasRole(kind: TokenKind): boolean {
  return kind === 'group' || kind === 'project';
}

/** GitLab's name of a token's state. */
export function tokenStateWord(state: TokenState, t: Translate): string {
  return t(`tokenFilter.states.${state}`);
}

/** Why the list of tokens cannot be shown, in words. */
export function tokensFailureWords(
  failure: Failure,
  t: Translate,
): FailureWords {
  const { kind, message } = failure;
  return kind === 'forbidden' || kind === 'unreachable'
    ? {
        title: t(`tokenFailure.${kind}.title`),
        what: t(`tokenFailure.${kind}.what`, { message }),
        action: t(`tokenFailure.${kind}.action`),
      }
    : failureWords(failure, t);
}

/** Why the details of one token cannot be shown, in words. */
export function tokenFailureWords(failure: Failure, t: Translate) {
  return failure.kind === 'notFound'
    ? {
        title: t('tokenDetails.missing.title'),
        what: t('tokenDetails.missing.what'),
        action: t('tokenDetails.missing.action'),
      }
    : tokensFailureWords(failure, t);
}
