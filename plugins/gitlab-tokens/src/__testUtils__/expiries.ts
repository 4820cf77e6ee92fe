import {
  EnvironmentExpiries,
  ExpiryDay,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { inDays } from './environments';

/** The expiries of dev's tokens: how many of them on which day, in days from the present of the tests on. */
export function someExpiries(
  tokensByDay: Record<number, number>,
  overrides: Partial<EnvironmentExpiries> = {},
): EnvironmentExpiries {
  const days = Object.entries(tokensByDay).map(
    ([day, tokens]): ExpiryDay => ({ date: inDays(Number(day)), tokens }),
  );
  return { environment: 'dev', days, never: 0, ...overrides };
}

/** So many tokens that expire within the next year, the same ones every time, with a few that never do. */
export function manyExpiries(
  tokens: number,
  overrides: Partial<EnvironmentExpiries> = {},
): EnvironmentExpiries {
  const never = Math.floor(tokens / 25);
  const tokensByDay: Record<number, number> = {};
  for (let index = 0; index < tokens - never; index++) {
    const day = 1 + ((index * 7919) % 365);
    tokensByDay[day] = (tokensByDay[day] ?? 0) + 1;
  }
  return someExpiries(tokensByDay, { never, ...overrides });
}
