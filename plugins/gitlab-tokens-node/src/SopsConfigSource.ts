import {
  AsyncConfigSourceGenerator,
  ConfigSource,
  ConfigSourceData,
  ReadConfigDataOptions,
} from '@backstage/config-loader';
import { toError } from '@backstage/errors';
import { EventEmitter, on } from 'events';
import { readSopsLayer } from './sopsLayer';
import { SopsLocation } from './sopsLocation';
import { watchSopsFiles } from './watchSopsFiles';

/**
 * Makes the SOPS file of the environment that the portal runs as a layer of the portal's configuration, so that
 * `integrations.gitlab`, and whatever else the file holds, comes from it. The file is verified before any of it is
 * used, and read again when it changes.
 *
 * A file that cannot be opened is no reason not to start: the layer is empty then, or stays as it was when it last
 * opened, and a warning says why. Two things never become configuration: the `gitlabTokens` branch, which holds the
 * broker's token, and a `token` of `integrations.gitlab` that cannot be one.
 *
 * @public
 */
export class SopsConfigSource implements ConfigSource {
  readonly #location: SopsLocation;
  readonly #warn: (message: string) => void;
  #latest: ConfigSourceData[] = [];

  /**
   * @param warn - takes a message without secrets when the file cannot be opened
   */
  constructor(location: SopsLocation, warn: (message: string) => void) {
    this.#location = location;
    this.#warn = warn;
  }

  async *readConfigData(
    options: ReadConfigDataOptions = {},
  ): AsyncConfigSourceGenerator {
    const { signal } = options;
    const file = new EventEmitter();
    // Watching begins before the first reading, so that no change falls between the two.
    const changes = on(file, 'change', { signal });
    watchSopsFiles([this.#location], () => file.emit('change'), { signal });

    yield { configs: await this.#read() };
    try {
      for await (const _ of changes) {
        yield { configs: await this.#read() };
      }
    } catch (error) {
      if (!signal?.aborted) {
        throw error;
      }
    }
  }

  toString(): string {
    return `SopsConfigSource{file="${this.#location.file}"}`;
  }

  async #read(): Promise<ConfigSourceData[]> {
    const { file } = this.#location;
    try {
      const data = await readSopsLayer(this.#location);
      this.#latest = [{ data, context: file }];
    } catch (error) {
      this.#warn(
        `The SOPS file ${file} is not used as configuration: ${
          toError(error).message
        }`,
      );
    }
    return this.#latest;
  }
}
