import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { stat } from 'fs/promises';
import { resolve } from 'path';
import { readSopsLayer } from './sopsLayer';
import { SopsLocation } from './sopsLocation';

const PAUSE_AFTER_FAILURE_MS = 30_000;

interface Reading {
  stamp: string;
  layer: Promise<JsonObject | undefined>;
  /** In milliseconds since 1970. */
  expires: number;
}

/**
 * What of a SOPS file becomes configuration, as the file is now and not as the last event of a watcher left it.
 *
 * To ask is cheap: the file is opened only if it is another one than last time. One that could not be opened is tried
 * again when it changes, or after thirty seconds, so that a key service that is down is not asked at each request.
 */
export class SopsLayerFile {
  readonly #location: SopsLocation;
  readonly #warn: (message: string) => void;
  #latest?: Reading;

  /**
   * @param warn - takes a message without secrets when the file cannot be opened
   */
  constructor(location: SopsLocation, warn: (message: string) => void) {
    this.#location = location;
    this.#warn = warn;
  }

  /** Undefined if the file cannot be opened; a warning has said why. */
  async read(): Promise<JsonObject | undefined> {
    // Before the opening: a file that is replaced in between is opened again next time.
    const stamp = await this.#stamp();
    const latest = this.#latest;
    if (latest?.stamp === stamp && Date.now() < latest.expires) {
      return latest.layer;
    }
    this.#latest = this.#open(stamp);
    return this.#latest.layer;
  }

  #open(stamp: string): Reading {
    const reading: Reading = {
      stamp,
      expires: Infinity,
      layer: readSopsLayer(this.#location).catch(error => {
        reading.expires = Date.now() + PAUSE_AFTER_FAILURE_MS;
        this.#warn(
          `The SOPS file ${this.#location.file} could not be read again: ${
            toError(error).message
          }`,
        );
        return undefined;
      }),
    };
    return reading;
  }

  /** Differs whenever the file was written or replaced. */
  async #stamp(): Promise<string> {
    const { directory, file } = this.#location;
    try {
      const { dev, ino, size, mtimeNs, ctimeNs } = await stat(
        resolve(directory, file),
        { bigint: true },
      );
      return [dev, ino, size, mtimeNs, ctimeNs].join();
    } catch {
      return 'absent';
    }
  }
}
