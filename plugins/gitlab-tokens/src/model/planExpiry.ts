import {
  Policy,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

const DAY = 24 * 60 * 60 * 1000;

/** GitLab lets access tokens live this long; deploy tokens may live longer. */
const GITLAB_MAX_DAYS = 365;

const PRESETS = [7, 30, 90];

/** The expiries that can be chosen, as GitLab's days in UTC. */
export type ExpiryChoices = {
  /** The first and the last possible day, `YYYY-MM-DD`; `last` is null where nothing limits it. */
  first: string;
  last: string | null;
  /** Days from today to the last possible one; null where nothing limits it. */
  mostDays: number | null;
  presets: { days: number; date: string; isMost: boolean }[];
};

/** The day so many days from today in UTC, `YYYY-MM-DD`. */
function dayIn(days: number, now: Date): string {
  return new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
}

function mostDaysOf(policy: Policy, kind: TokenKind | null): number | null {
  const isDeploy = kind === 'group-deploy' || kind === 'project-deploy';
  return policy.maxLifetimeDays ?? (isDeploy ? null : GITLAB_MAX_DAYS);
}

/** What a policy leaves to choose from for a token that is made now. */
export function expiryChoices(
  policy: Policy,
  kind: TokenKind | null,
  now: Date,
): ExpiryChoices {
  const mostDays = mostDaysOf(policy, kind);
  const days = [
    ...PRESETS.filter(it => mostDays === null || it < mostDays),
    ...(mostDays === null ? [] : [mostDays]),
  ];
  return {
    first: dayIn(1, now),
    last: mostDays === null ? null : dayIn(mostDays, now),
    mostDays,
    presets: days.map(it => ({
      days: it,
      date: dayIn(it, now),
      isMost: it === mostDays,
    })),
  };
}
