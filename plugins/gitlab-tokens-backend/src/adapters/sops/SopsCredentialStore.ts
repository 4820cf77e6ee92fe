import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { SopsFile } from '@gitlab-tokens/sops';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { CredentialStore, StoredCredential } from '../../ports/CredentialStore';
import { readCredentialEntry, tokenSecret } from './credentialEntry';
import { openEnvironmentFile } from './environmentFile';

/** The credentials in the environments' SOPS files. They are read anew each time: a file may have changed. */
export class SopsCredentialStore implements CredentialStore {
  constructor(private readonly directory: string) {}

  async read(environment: EnvironmentSettings): Promise<StoredCredential> {
    const file = await openEnvironmentFile(environment.file, this.directory);
    const entry = readCredentialEntry(file, environment);
    return {
      instance: entry.instance,
      token: entry.token,
      broker: readBroker(file, environment.file),
      tokenInClear: entry.tokenInClear,
      digest: file.digest,
    };
  }
}

function readBroker(file: SopsFile, name: string): Secret | null {
  const branch = file.data.gitlabTokens;
  if (typeof branch !== 'object' || branch === null || Array.isArray(branch)) {
    return null;
  }
  const { broker } = branch;
  return typeof broker === 'object' && broker !== null && !Array.isArray(broker)
    ? tokenSecret(broker.token, name)
    : null;
}
