import { EnvironmentExpiries } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

const DAY = 24 * 60 * 60 * 1000;

/** Tokens that expire on one day. */
export type ExpiryOnDay = {
  /** `YYYY-MM-DD`. */
  date: string;
  /** From today on, at least 1. */
  daysLeft: number;
  tokens: number;
};

/** The expiries of an environment's tokens but its credential. Each token is counted in one of the three places. */
export type OtherExpiries = {
  /** All of them. */
  total: number;
  /** The day of the next expiry, on the axis or after it; null: none expires. */
  next: ExpiryOnDay | null;
  /** Those on the axis, the next one first. */
  onAxis: ExpiryOnDay[];
  /** How many expire after the axis ends. */
  later: number;
  /** How many never expire. */
  never: number;
};

/** The expiries of an environment as days from today on. What has expired since the backend answered is left out. */
export function daysToCome(
  { days }: EnvironmentExpiries,
  today: Date,
): ExpiryOnDay[] {
  return days
    .map(({ date, tokens }) => {
      const at = Date.parse(`${date}T00:00:00Z`);
      return {
        date,
        daysLeft: Math.round((at - today.getTime()) / DAY),
        tokens,
      };
    })
    .filter(({ daysLeft }) => daysLeft > 0)
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

function count(days: readonly ExpiryOnDay[]): number {
  return days.reduce((sum, { tokens }) => sum + tokens, 0);
}

/**
 * Puts the expiries of an environment onto an axis.
 *
 * @param days - of {@link daysToCome}
 * @param lastDay - the axis shows so many days after today
 */
export function otherExpiriesOf(
  days: ExpiryOnDay[],
  never: number,
  lastDay: number,
): OtherExpiries {
  const onAxis = days.filter(({ daysLeft }) => daysLeft <= lastDay);
  const later = count(days) - count(onAxis);
  return {
    total: count(onAxis) + later + never,
    next: days[0] ?? null,
    onAxis,
    later,
    never,
  };
}
