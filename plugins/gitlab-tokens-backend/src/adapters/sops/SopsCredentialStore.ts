import {
  isTokenText,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import {
  isLocked,
  openSopsFile,
  SopsError,
  SopsFile,
} from '@gitlab-tokens/sops';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import {
  CredentialStore,
  CredentialStoreError,
  StoredCredential,
} from '../../ports/CredentialStore';
import { findGitlabEntry } from './gitlabEntry';

/** For `gpg` or `sops`, where a file needs one of them: as long as GitLab has for its answers. */
const PROGRAM_TIME_LIMIT = 10_000;

/** The credentials in the environments' SOPS files. They are read anew each time: a file may have changed. */
export class SopsCredentialStore implements CredentialStore {
  constructor(private readonly directory: string) {}

  async read(environment: EnvironmentSettings): Promise<StoredCredential> {
    const file = await this.#open(environment.file);
    if (file.metadata.macOnlyEncrypted) {
      throw new CredentialStoreError({
        outcome: 'invalid',
        code: 'CLEAR_VALUES_UNPROTECTED',
        message: `${environment.file} is encrypted with mac_only_encrypted: whoever can write the file may have changed the host and the URL that the token is sent to.`,
        action:
          'Take mac_only_encrypted out of .sops.yaml and encrypt the file again.',
      });
    }
    const { index, token, instance } = findGitlabEntry(file.data, environment);
    const broker = readBroker(file, environment.file);
    return {
      instance,
      token: toSecret(token, environment.file),
      broker,
      tokenInClear:
        token !== undefined &&
        !file.isEncrypted(['integrations', 'gitlab', index, 'token']),
      digest: file.digest,
    };
  }

  async #open(name: string): Promise<SopsFile> {
    try {
      return await openSopsFile(name, {
        directory: this.directory,
        programs: { timeoutMilliseconds: PROGRAM_TIME_LIMIT },
      });
    } catch (error) {
      throw error instanceof SopsError ? storeError(error) : error;
    }
  }
}

function storeError(error: SopsError): CredentialStoreError {
  const { code, file, what, remedy } = error;
  return new CredentialStoreError({
    outcome: isLocked(error) ? 'locked' : 'invalid',
    code,
    message: file ? `${file}: ${what}` : what,
    action: remedy,
  });
}

function readBroker(file: SopsFile, name: string): Secret | null {
  const branch = file.data.gitlabTokens;
  if (typeof branch !== 'object' || branch === null || Array.isArray(branch)) {
    return null;
  }
  const { broker } = branch;
  return typeof broker === 'object' && broker !== null && !Array.isArray(broker)
    ? toSecret(broker.token, name)
    : null;
}

function toSecret(token: unknown, file: string): Secret | null {
  if (token === undefined || token === null || token === '') {
    return null;
  }
  if (typeof token !== 'string' || !isTokenText(token)) {
    throw new CredentialStoreError({
      outcome: 'invalid',
      code: 'TOKEN_MALFORMED',
      message: `A token in ${file} cannot be one: it holds white space, a line break or other characters that no GitLab token has. It was not sent anywhere.`,
      action:
        'Open the file with `sops edit` and paste the token again, without spaces and line breaks.',
    });
  }
  return Secret.of(token);
}
