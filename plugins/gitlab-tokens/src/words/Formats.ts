const DAY = 24 * 60 * 60 * 1000;

const STEPS: [unit: Intl.RelativeTimeFormatUnit, milliseconds: number][] = [
  ['day', DAY],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
];

const UNITS: [unit: string, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Dates, spans and lists in one language. Dates of GitLab are days in UTC and are shown as such. */
export class Formats {
  constructor(private readonly language: string) {}

  /** The language is one of the kinds of English. */
  get isEnglish(): boolean {
    return new Intl.Locale(this.language).language === 'en';
  }

  /** `2026-12-02` as "Dec 2, 2026". */
  date(isoDate: string): string {
    return new Intl.DateTimeFormat(this.language, {
      dateStyle: 'medium',
      timeZone: 'UTC',
    }).format(new Date(`${isoDate}T00:00:00Z`));
  }

  /** `2026-12-02` as "Wed, Dec 2, 2026". */
  weekdayAndDate(isoDate: string): string {
    return new Intl.DateTimeFormat(this.language, {
      weekday: 'short',
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(`${isoDate}T00:00:00Z`));
  }

  /** Day and month of an instant in UTC, for an axis; with the year where the month is January. */
  dayAndMonth(date: Date): string {
    return new Intl.DateTimeFormat(this.language, {
      day: 'numeric',
      month: 'short',
      year: date.getUTCMonth() === 0 ? 'numeric' : undefined,
      timeZone: 'UTC',
    }).format(date);
  }

  /** An instant, in the viewer's time zone. */
  instant(timestamp: string): string {
    return new Intl.DateTimeFormat(this.language, {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(new Date(timestamp));
  }

  /**
   * The time of an instant in the viewer's time zone, "14:32", or "14:32:05" where it is `exact`; with its day where
   * that is not the day of `now`.
   */
  time(timestamp: string, now: Date, exact = false): string {
    const date = new Date(timestamp);
    return date.toDateString() === now.toDateString()
      ? new Intl.DateTimeFormat(this.language, {
          hour: '2-digit',
          minute: '2-digit',
          second: exact ? '2-digit' : undefined,
        }).format(date)
      : this.instant(timestamp);
  }

  /** What is left of a time: "12 seconds", and from two minutes on "3 minutes", from two hours on "2 hours". */
  left(milliseconds: number): string {
    const seconds = Math.ceil(milliseconds / 1000);
    const [unit, size] = UNITS.find(([, each]) => seconds >= 2 * each) ?? [
      'second',
      1,
    ];
    return this.unit(unit, Math.ceil(seconds / size));
  }

  /** A span of whole minutes, or of hours or days where it is one: "10 minutes", "2 hours". */
  span(seconds: number): string {
    const [unit, size] = UNITS.find(([, each]) => seconds % each === 0) ?? [
      'second',
      1,
    ];
    return this.unit(unit, seconds / size);
  }

  /** "5,000". */
  count(count: number): string {
    return new Intl.NumberFormat(this.language).format(count);
  }

  /** "12 days". */
  days(count: number): string {
    return this.unit('day', count);
  }

  /** "in 12 days", "tomorrow", "3 days ago". */
  inDays(count: number): string {
    return this.relative().format(count, 'day');
  }

  /** How long before `now` an instant was: "5 minutes ago", "now". */
  ago(timestamp: string, now: Date): string {
    const elapsed = Math.max(0, now.getTime() - Date.parse(timestamp));
    const step = STEPS.find(([, milliseconds]) => elapsed >= milliseconds);
    return step
      ? this.relative().format(-Math.floor(elapsed / step[1]), step[0])
      : this.relative().format(0, 'second');
  }

  /** "read_api and write_repository". */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.language, { type: 'conjunction' }).format(
      items,
    );
  }

  /** "api or read_api". */
  either(items: readonly string[]): string {
    return new Intl.ListFormat(this.language, { type: 'disjunction' }).format(
      items,
    );
  }

  private unit(unit: string, count: number) {
    return new Intl.NumberFormat(this.language, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
    }).format(count);
  }

  private relative() {
    return new Intl.RelativeTimeFormat(this.language, { numeric: 'auto' });
  }
}
