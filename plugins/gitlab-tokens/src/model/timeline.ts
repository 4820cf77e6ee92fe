import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { hasExpiry } from './attention';

const DAY = 24 * 60 * 60 * 1000;

/** The least and the most that the axis shows after today, and the most before it, in days. */
const LEAST_AHEAD = 60;
const MOST_AHEAD = 400;
const MOST_BEHIND = 120;

/** The expiry of a token: on a day, never, or not known or of no matter, because the token does not work anyway. */
export type LaneEnd =
  | { kind: 'day'; date: string; at: Date; daysLeft: number }
  | { kind: 'never' }
  | { kind: 'unknown' };

/** One environment on the timeline. */
export type Lane = {
  environment: Environment;
  /** When the token was made; null where that is not known. */
  createdAt: Date | null;
  end: LaneEnd;
};

export type TimelineModel = {
  /** 00:00 UTC of the present day. */
  today: Date;
  /** The first and the last instant of the axis. */
  domain: [Date, Date];
  lanes: Lane[];
};

function startOfDay(now: Date): Date {
  return new Date(Math.floor(now.getTime() / DAY) * DAY);
}

function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY);
}

function laneOf(environment: Environment, today: Date): Lane {
  const { observed } = environment;
  if (!observed || !hasExpiry(environment)) {
    return { environment, createdAt: null, end: { kind: 'unknown' } };
  }
  const createdAt = new Date(observed.createdAt);
  if (observed.expiresAt === null) {
    return { environment, createdAt, end: { kind: 'never' } };
  }
  const at = new Date(`${observed.expiresAt}T00:00:00Z`);
  const daysLeft = Math.round((at.getTime() - today.getTime()) / DAY);
  return {
    environment,
    createdAt,
    end: { kind: 'day', date: observed.expiresAt, at, daysLeft },
  };
}

function domainOf(lanes: readonly Lane[], today: Date): [Date, Date] {
  const left = lanes.flatMap(({ end }) =>
    end.kind === 'day' ? [end.daysLeft] : [],
  );
  const ahead = Math.min(
    MOST_AHEAD,
    Math.max(
      LEAST_AHEAD,
      ...left.map(days => days * 1.08),
      ...lanes.map(lane => lane.environment.policy.warnDays * 1.5),
    ),
  );
  const behind = Math.min(
    MOST_BEHIND,
    Math.max(ahead * 0.12, ...left.map(days => -days * 1.3)),
  );
  return [addDays(today, -Math.ceil(behind)), addDays(today, Math.ceil(ahead))];
}

/**
 * Lays the environments out on one axis of days: enough of the past to see that a token has begun or has expired, and
 * of the future to see the last expiry, but never more than {@link MOST_AHEAD} days.
 */
export function timelineOf(
  environments: readonly Environment[],
  now: Date,
): TimelineModel {
  const today = startOfDay(now);
  const lanes = environments.map(item => laneOf(item, today));
  return { today, domain: domainOf(lanes, today), lanes };
}
