const DATE = String.raw`(\d{4})-(\d{1,2})-(\d{1,2})`;
const TIME = String.raw`(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d+))?`;
const WITH_ZONE = new RegExp(
  String.raw`^${DATE}[Tt]${TIME}(Z|[+-]\d{2}:\d{2})$`,
);
const WITHOUT_ZONE = new RegExp(`^${DATE} +${TIME}$`);
const DATE_ONLY = new RegExp(`^${DATE}$`);
const RFC3339 =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * The text that SOPS hashes for an unquoted YAML timestamp: RFC 3339 with the shortest fraction, in the zone it was
 * written in. `undefined` where Go's YAML reader sees no timestamp.
 */
export function resolveTimestamp(source: string): string | undefined {
  const match =
    WITH_ZONE.exec(source) ??
    WITHOUT_ZONE.exec(source) ??
    DATE_ONLY.exec(source);
  return match ? format(match) : undefined;
}

/** The normal form of an RFC 3339 time, `undefined` for anything else. */
export function normalizeRfc3339(source: string): string | undefined {
  return RFC3339.test(source) ? resolveTimestamp(source) : undefined;
}

function format(match: RegExpExecArray): string | undefined {
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const fields = [month, day, hour, minute, second].map(Number);
  if (!isCalendarTime(Number(year), fields)) return undefined;
  const [mm, dd, hh, mi, ss] = fields.map(n => String(n).padStart(2, '0'));
  const digits = (match[7] ?? '').slice(0, 9).replace(/0+$/, '');
  const zone = /^[+-]00:00$/.test(match[8] ?? 'Z') ? 'Z' : match[8] ?? 'Z';
  if (Number(zone.slice(1, 3)) > 23 || Number(zone.slice(4)) > 59) {
    return undefined;
  }
  return `${year}-${mm}-${dd}T${hh}:${mi}:${ss}${
    digits && `.${digits}`
  }${zone}`;
}

function isCalendarTime(year: number, fields: number[]): boolean {
  const [month, day, hour, minute, second] = fields;
  if (month < 1 || month > 12 || day < 1) return false;
  if (hour > 23 || minute > 59 || second > 59) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= days[month - 1];
}
