import { JsonArray, JsonObject, JsonValue } from '@backstage/types';
import { openSopsFile, SopsFile } from '@gitlab-tokens/sops';
import { SopsLocation } from './sopsLocation';
import { isTokenText } from './tokenText';

/**
 * What of a SOPS file becomes configuration. The file is verified before any of it is used.
 *
 * Two things never do: the `gitlabTokens` branch, which holds the broker's token and is none of the other plugins'
 * business, and a `token` of `integrations.gitlab` that cannot be one, because it would be thrown back in the message
 * of an HTTP client's error.
 *
 * @throws SopsError
 */
export async function readSopsLayer({
  directory,
  file,
}: SopsLocation): Promise<JsonObject> {
  const { data } = await openSopsFile(file, { directory });
  return toLayer(toJson(data));
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
