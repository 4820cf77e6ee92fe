import type { LockedCode } from './SopsError';

/** Why one kind of keys did not open a key group, in words for an error's message. Nothing in it is secret. */
export class Obstacle {
  readonly code: LockedCode;
  readonly what: string;
  readonly remedy: string;
  /** Where keys were looked for, and what was there. */
  readonly places: readonly string[];

  constructor(
    code: LockedCode,
    details: { what: string; remedy: string; places?: readonly string[] },
  ) {
    this.code = code;
    this.what = details.what;
    this.remedy = details.remedy;
    this.places = details.places ?? [];
  }
}

/** From "the key is here, one thing is missing" to "this way was never meant to work on this machine". */
const NEAREST_FIRST: readonly LockedCode[] = [
  'PASSPHRASE_NEEDED',
  'PROGRAM_TIMED_OUT',
  'PROGRAM_FAILED',
  'KEY_SERVICE_FAILED',
  'KEY_SERVICE_NOT_TRUSTED',
  'WRONG_KEY',
  'KEY_FILE_UNREADABLE',
  'KEY_MALFORMED',
  'UNSUPPORTED_KEY_KIND',
  'NO_KEY',
  'PROGRAM_TOO_OLD',
  'PROGRAM_NOT_EXECUTABLE',
  'PROGRAM_NOT_FOUND',
  'NO_AGE_RECIPIENT',
];

/** Each obstacle once, the one that is most likely worth removing first. */
export function sortObstacles(obstacles: readonly Obstacle[]): Obstacle[] {
  const different = new Map(obstacles.map(each => [each.what, each]));
  return [...different.values()].sort(
    (one, other) =>
      NEAREST_FIRST.indexOf(one.code) - NEAREST_FIRST.indexOf(other.code),
  );
}
