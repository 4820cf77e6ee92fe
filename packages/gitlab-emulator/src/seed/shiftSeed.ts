import { Seed } from './schema';
import { SeedError } from './SeedError';

const DAY = 86_400_000;

/**
 * Moves every date and timestamp of a seed by the same whole number of days, so that the day of its `now`
 * becomes the day (UTC) of `today`, and removes `now`, so that the clock runs. The given seed is not changed.
 *
 * @throws SeedError if the seed has no `now`
 * @public
 */
export function shiftSeed(seed: Seed, today: Date): Seed {
  if (!seed.now) {
    throw new SeedError('only a seed with "now" can be shifted');
  }
  const days = dayNumber(today) - dayNumber(new Date(seed.now));
  const { now, ...rest } = seed;
  return shiftValue(rest, days) as Seed;
}

function dayNumber(instant: Date): number {
  return Math.floor(instant.getTime() / DAY);
}

function shiftValue(value: unknown, days: number): unknown {
  if (Array.isArray(value)) {
    return value.map(entry => shiftValue(entry, days));
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      key.endsWith('At') && isInstant(entry)
        ? shiftInstant(entry, days)
        : shiftValue(entry, days),
    ]),
  );
}

function isInstant(entry: unknown): entry is string {
  return typeof entry === 'string' && /^\d{4}-\d{2}-\d{2}/.test(entry);
}

/** Whatever follows the date (a time and its zone) stays as it is. */
function shiftInstant(text: string, days: number): string {
  const date = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  const shifted = new Date(date.getTime() + days * DAY);
  return shifted.toISOString().slice(0, 10) + text.slice(10);
}
