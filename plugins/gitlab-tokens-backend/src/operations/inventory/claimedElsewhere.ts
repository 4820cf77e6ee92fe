import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { CredentialStore } from '../../ports/CredentialStore';

/**
 * The owners that other environments of the same GitLab name in their configuration. What stands behind a catalog
 * entity is listed by the environment that claims it, and not once more by each of the others.
 */
export async function claimedElsewhere(
  environment: EnvironmentSettings,
  host: string,
  options: {
    environments: EnvironmentSettings[];
    credentials: CredentialStore;
  },
): Promise<string[]> {
  const claimed: string[] = [];
  for (const other of options.environments) {
    if (other.name !== environment.name && other.owners.length > 0) {
      const otherHost =
        other.host ?? (await hostOf(other, options.credentials));
      claimed.push(...(otherHost === host ? other.owners : []));
    }
  }
  return claimed;
}

/** Undefined for a file that does not open: who cannot list anything claims nothing. */
async function hostOf(
  environment: EnvironmentSettings,
  credentials: CredentialStore,
): Promise<string | undefined> {
  try {
    return (await credentials.read(environment)).instance.host;
  } catch {
    return undefined;
  }
}
