import { Config, ConfigReader } from '@backstage/config';
import {
  GitLabIntegrationConfig,
  readGitLabIntegrationConfigs,
} from '@backstage/integration';
import { JsonObject, JsonValue } from '@backstage/types';
import { isTokenText } from '../tokenText';

const LIST = 'integrations.gitlab';

/** The hosts of all entries that name one. */
export function gitlabHosts(config: Config): string[] {
  return entriesOf(config).flatMap(({ host }) =>
    typeof host === 'string' ? [host] : [],
  );
}

/**
 * The entry of a host, as Backstage reads it; gitlab.com has one in any case. The other hosts' entries are not looked
 * at, so that an error in one of them concerns only that one.
 *
 * @throws Error if Backstage cannot read the entry, or if its token cannot be one; the token is not in the message
 */
export function findGitlabEntry(
  config: Config,
  host: string,
): GitLabIntegrationConfig | undefined {
  const entry = entriesOf(config).find(it => it.host === host);
  const configs = entry ? [new ConfigReader(entry, LIST)] : [];
  const found = readGitLabIntegrationConfigs(configs).find(
    it => it.host === host,
  );
  if (found?.token && !isTokenText(found.token)) {
    throw new Error(
      `The token of the ${LIST} entry for ${host} cannot be one: it holds white space, a line break or other characters that no GitLab token has. It was not sent anywhere. Correct it in the configuration.`,
    );
  }
  return found;
}

function entriesOf(config: Config): JsonObject[] {
  const list = config.getOptional<JsonValue>(LIST);
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
