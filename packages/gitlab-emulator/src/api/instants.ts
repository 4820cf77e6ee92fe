/** Reads a date or an ISO 8601 timestamp, in UTC where no zone is named; null for anything else. */
export function parseInstant(raw: unknown): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](.+))?$/.exec(String(raw));
  if (!match) {
    return null;
  }
  const [, year, month, day, time] = match;
  const midnight = new Date(Date.UTC(+year, +month - 1, +day));
  if (midnight.toISOString().slice(0, 10) !== `${year}-${month}-${day}`) {
    return null;
  }
  const zone = time && !/(?:Z|UTC|[+-]\d{2}:?\d{2})$/i.test(time) ? 'Z' : '';
  const instant = time
    ? new Date(
        `${year}-${month}-${day}T${time.trim().replace(/ ?UTC$/i, 'Z')}${zone}`,
      )
    : midnight;
  return Number.isNaN(instant.getTime()) ? null : instant;
}
