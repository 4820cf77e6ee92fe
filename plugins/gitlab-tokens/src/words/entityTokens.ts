import {
  GitlabTarget,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { nextToStop } from '../model/entityTokens';
import { Words } from './Words';

/** What an entity's project or group is called. */
export function targetName({ path, id }: GitlabTarget): string {
  return path ?? `#${id}`;
}

/** How many tokens work and which stops next: "3 active tokens. The next to expire is ci: 2026-12-02 (in 12 days)." */
export function tokensSummary(
  tokens: readonly ManagedToken[],
  { t, formats }: Words,
): string {
  const count = tokens.filter(({ state }) => state === 'active').length;
  if (count === 0) {
    return t('entityTokens.none');
  }
  const next = nextToStop(tokens);
  return [
    t('entityTokens.count', { count }),
    next
      ? t('entityTokens.next', {
          name: next.name,
          date: next.expiresAt,
          expiry: formats.inDays(next.daysLeft),
        })
      : t('entityTokens.noExpiry'),
  ].join(' ');
}
