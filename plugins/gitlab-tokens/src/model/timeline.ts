import {
  Environment,
  EnvironmentExpiries,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { hasExpiry } from './attention';
import { daysToCome, OtherExpiries, otherExpiriesOf } from './otherExpiries';

const DAY = 24 * 60 * 60 * 1000;

/** The least and the most that the axis shows after today, and the most before it, in days. */
const LEAST_AHEAD = 60;
const MOST_AHEAD = 400;
const MOST_BEHIND = 120;

/** So far do tokens that are no credentials stretch the axis, in days: more would squeeze the next outage. */
const MOST_AHEAD_FOR_OTHERS = 180;

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
  /** Of its tokens but the one that it runs on; null where there are none, or where nothing is known of them. */
  others: OtherExpiries | null;
};

type CredentialLane = Omit<Lane, 'others'>;

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

function laneOf(environment: Environment, today: Date): CredentialLane {
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

/** How far before and after today the axis reaches, in days. */
function reachOf(
  lanes: readonly CredentialLane[],
  lastOfOthers: number,
): { behind: number; ahead: number } {
  const left = lanes.flatMap(({ end }) =>
    end.kind === 'day' ? [end.daysLeft] : [],
  );
  const ahead = Math.min(
    MOST_AHEAD,
    Math.max(
      LEAST_AHEAD,
      ...left.map(days => days * 1.08),
      ...lanes.map(lane => lane.environment.policy.warnDays * 1.5),
      Math.min(MOST_AHEAD_FOR_OTHERS, lastOfOthers * 1.08),
    ),
  );
  const behind = Math.min(
    MOST_BEHIND,
    Math.max(ahead * 0.12, ...left.map(days => -days * 1.3)),
  );
  return { behind: Math.ceil(behind), ahead: Math.ceil(ahead) };
}

/**
 * Lays the environments out on one axis of days: enough of the past to see that a token has begun or has expired, and
 * of the future to see the last expiry, but never more than {@link MOST_AHEAD} days.
 *
 * @param expiries - of the tokens that are no credentials, as far as they are known
 */
export function timelineOf(
  environments: readonly Environment[],
  now: Date,
  expiries: readonly EnvironmentExpiries[] = [],
): TimelineModel {
  const today = startOfDay(now);
  const credentials = environments.map(item => laneOf(item, today));
  const days = credentials.map(({ environment }) => {
    const known = expiries.find(it => it.environment === environment.name);
    return known && { toCome: daysToCome(known, today), never: known.never };
  });
  const last = days.map(known => known?.toCome.at(-1)?.daysLeft ?? 0);
  const { behind, ahead } = reachOf(credentials, Math.max(0, ...last));
  const lanes = credentials.map((lane, index) => {
    const known = days[index];
    const others = known && otherExpiriesOf(known.toCome, known.never, ahead);
    return { ...lane, others: others?.total ? others : null };
  });
  const domain: [Date, Date] = [addDays(today, -behind), addDays(today, ahead)];
  return { today, domain, lanes };
}

/** The last day of the axis, `YYYY-MM-DD`. */
export function axisEndOf({ domain }: TimelineModel): string {
  return domain[1].toISOString().slice(0, 10);
}

/** Where on the axis today is, from 0 to 1. */
export function todayShareOf({ domain, today }: TimelineModel): number {
  const [first, last] = domain.map(date => date.getTime());
  return (today.getTime() - first) / (last - first);
}
