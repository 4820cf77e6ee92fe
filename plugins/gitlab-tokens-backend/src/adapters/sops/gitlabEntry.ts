import { ConfigReader } from '@backstage/config';
import { isError } from '@backstage/errors';
import { readGitLabIntegrationConfig } from '@backstage/integration';
import { JsonObject } from '@backstage/types';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { CredentialStoreError } from '../../ports/CredentialStore';
import { GitlabInstance } from '../../ports/GitlabGateway';

/** One entry of `integrations.gitlab[]`. */
export interface GitlabEntry {
  /** Its place in the list, comments not counted. */
  index: number;
  instance: GitlabInstance;
  /** As the file has it, not yet looked at. */
  token: unknown;
}

/**
 * The entry of an environment's file that its configuration means: the one of its host, or the only one.
 *
 * @throws CredentialStoreError
 */
export function findGitlabEntry(
  data: Record<string, unknown>,
  { file, host }: Pick<EnvironmentSettings, 'file' | 'host'>,
): GitlabEntry {
  const entries = entriesOf(data).map(({ entry, index }) => ({
    index,
    instance: readInstance(entry, file),
    token: entry.token,
  }));
  const matching = host
    ? entries.filter(entry => entry.instance.host === host)
    : entries;
  if (matching.length === 1) {
    return matching[0];
  }
  const hosts = entries.map(entry => entry.instance.host).join(', ') || 'none';
  throw matching.length === 0
    ? new CredentialStoreError({
        outcome: 'missing',
        code: 'ENTRY_MISSING',
        message: `${file} has no integrations.gitlab entry${
          host ? ` for the host ${host}; it has: ${hosts}` : ''
        }.`,
        action:
          'Add the entry with `sops edit`, or correct `host` of this environment in the configuration.',
      })
    : new CredentialStoreError({
        outcome: 'invalid',
        code: 'HOST_AMBIGUOUS',
        message: `${file} has several integrations.gitlab entries that could be meant; the hosts are: ${hosts}.`,
        action:
          'Name one of them with `host` of this environment in the configuration, and keep one entry per host.',
      });
}

/** With their places: something else in the list must not shift them, because values are written by place. */
function entriesOf(
  data: Record<string, unknown>,
): { entry: Record<string, unknown>; index: number }[] {
  const { integrations } = data;
  const list: unknown = isRecord(integrations)
    ? integrations.gitlab
    : undefined;
  return Array.isArray(list)
    ? list.flatMap((entry: unknown, index) =>
        isRecord(entry) ? [{ entry, index }] : [],
      )
    : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readInstance(
  entry: Record<string, unknown>,
  file: string,
): GitlabInstance {
  // Without the token: Backstage's reader must not get the chance to put it into a message.
  const { token, ...rest } = entry;
  try {
    const { host, baseUrl, apiBaseUrl } = readGitLabIntegrationConfig(
      new ConfigReader(rest as JsonObject, file),
    );
    const url = new URL(apiBaseUrl);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      throw new Error('its apiBaseUrl is no http or https URL');
    }
    return { host, baseUrl, apiBaseUrl };
  } catch (error) {
    throw new CredentialStoreError({
      outcome: 'invalid',
      code: 'ENTRY_MALFORMED',
      message: `${file} has an integrations.gitlab entry that Backstage cannot read: ${
        isError(error) ? error.message : 'unknown reason'
      }.`,
      action:
        'Correct host, baseUrl and apiBaseUrl of the entry with `sops edit`.',
    });
  }
}
