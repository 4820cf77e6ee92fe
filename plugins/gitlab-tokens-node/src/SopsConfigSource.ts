import {
  AsyncConfigSourceGenerator,
  ConfigSource,
  ConfigSourceData,
  ReadConfigDataOptions,
} from '@backstage/config-loader';
import { toError } from '@backstage/errors';
import { JsonArray, JsonObject, JsonValue } from '@backstage/types';
import { openSopsFile, SopsFile } from '@gitlab-tokens/sops';
import { EventEmitter, on } from 'events';
import { SopsLocation } from './sopsLocation';
import { isTokenText } from './tokenText';
import { watchSopsFiles } from './watchSopsFiles';

/**
 * Makes the SOPS file of the environment that the portal runs as a layer of the portal's configuration, so that
 * `integrations.gitlab`, and whatever else the file holds, comes from it. The file is verified before any of it is
 * used, and read again when it changes.
 *
 * A file that cannot be opened is no reason not to start: the layer is empty then, or stays as it was when it last
 * opened, and a warning says why. Two things never become configuration: the `gitlabTokens` branch, which holds the
 * broker's token and is none of the other plugins' business, and a `token` of `integrations.gitlab` that cannot be
 * one, because it would be thrown back in the message of an HTTP client's error.
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
    const { directory, file } = this.#location;
    try {
      const { data } = await openSopsFile(file, { directory });
      this.#latest = [{ data: toLayer(toJson(data)), context: file }];
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

/** JSON has no integers beyond 2^53; they become text. */
function toJson(data: SopsFile['data']): JsonObject {
  return JSON.parse(
    JSON.stringify(data, (_key, value) =>
      typeof value === 'bigint' ? String(value) : value,
    ),
  );
}

function toLayer(data: JsonObject): JsonObject {
  const { gitlabTokens, ...layer } = data;
  const integrations = layer.integrations as JsonObject | undefined;
  if (Array.isArray(integrations?.gitlab)) {
    const gitlab = withoutImpossibleTokens(integrations.gitlab);
    return { ...layer, integrations: { ...integrations, gitlab } };
  }
  return layer;
}

function withoutImpossibleTokens(entries: JsonArray): JsonArray {
  return entries.map(entry => {
    if (!isObject(entry) || isPossibleToken(entry.token)) {
      return entry;
    }
    const { token, ...rest } = entry;
    return rest;
  });
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPossibleToken(token: JsonValue | undefined): boolean {
  return (
    token === undefined || (typeof token === 'string' && isTokenText(token))
  );
}
