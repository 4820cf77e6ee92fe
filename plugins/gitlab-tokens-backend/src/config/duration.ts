import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, JsonValue } from '@backstage/types';
import { z } from 'zod';

/** A duration in any of the forms that Backstage reads, as milliseconds from nothing to a year. */
export const durationSchema = z.unknown().transform((value, context) => {
  const milliseconds = parseDuration(value as JsonValue);
  if (milliseconds !== undefined) {
    return milliseconds;
  }
  context.addIssue({
    code: 'custom',
    message:
      'a duration of at most a year, such as { minutes: 10 }, 10m or PT10M',
  });
  return z.NEVER;
});

const YEAR = durationToMilliseconds({ years: 1 });

function parseDuration(value: JsonValue): number | undefined {
  try {
    const config = new ConfigReader({ value });
    const duration = readDurationFromConfig(config, { key: 'value' });
    const milliseconds = durationToMilliseconds(duration);
    return milliseconds >= 0 && milliseconds <= YEAR ? milliseconds : undefined;
  } catch {
    return undefined;
  }
}
