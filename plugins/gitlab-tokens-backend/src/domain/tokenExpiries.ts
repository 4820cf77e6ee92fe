import {
  EnvironmentExpiries,
  TokenExpiries,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** How many tokens of an environment expire on one day. */
export interface ExpiryCount {
  environment: string;
  /** `YYYY-MM-DD`; null: they never expire. */
  date: string | null;
  tokens: number;
}

/** Puts the counts together by environment. They are in the order of the days. */
export function toTokenExpiries(counts: ExpiryCount[]): TokenExpiries {
  const items = new Map<string, EnvironmentExpiries>();
  for (const { environment, date, tokens } of counts) {
    const item = items.get(environment) ?? { environment, days: [], never: 0 };
    items.set(environment, item);
    if (date === null) {
      item.never += tokens;
    } else {
      item.days.push({ date, tokens });
    }
  }
  return { items: [...items.values()] };
}
