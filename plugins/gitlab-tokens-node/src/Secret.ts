import { createHash, timingSafeEqual } from 'crypto';
import { inspect } from 'util';

const SHOWN = '[secret]';

/**
 * A value that must not be seen: it cannot be printed, serialised or inspected. `reveal` is called only where bytes
 * leave the process on purpose; a test of the backend plugin lists the callers.
 *
 * @public
 */
export class Secret {
  readonly #value: string;

  private constructor(value: string) {
    this.#value = value;
  }

  static of(value: string): Secret {
    return new Secret(value);
  }

  /** The value itself. Whoever calls this answers for where it goes. */
  reveal(): string {
    return this.#value;
  }

  /** Whether both hold the same value, in a time that does not depend on where they differ. */
  equals(other: Secret): boolean {
    return timingSafeEqual(digest(this.#value), digest(other.#value));
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return `Secret ${SHOWN}`;
  }
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
