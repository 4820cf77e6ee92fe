import {
  isLocked,
  openSopsFile,
  openSopsText,
  SopsError,
  SopsFile,
  SopsText,
} from '@gitlab-tokens/sops';
import { CredentialStoreError } from '../../ports/CredentialStore';

/** For `gpg` or `sops`, where a file needs one of them: as long as GitLab has for its answers. */
const PROGRAMS = { timeoutMilliseconds: 10_000 };

/**
 * Opens the SOPS file of an environment.
 *
 * @throws CredentialStoreError
 */
export function openEnvironmentFile(
  name: string,
  directory: string,
): Promise<SopsFile> {
  return opened(openSopsFile(name, { directory, programs: PROGRAMS }), name);
}

/**
 * The same for a file that is in memory; `name` is what messages call it.
 *
 * @throws CredentialStoreError
 */
export function openEnvironmentText(
  text: string,
  name: string,
): Promise<SopsText> {
  return opened(openSopsText(text, { programs: PROGRAMS }), name);
}

async function opened<T extends SopsText>(
  opening: Promise<T>,
  name: string,
): Promise<T> {
  let file: T;
  try {
    file = await opening;
  } catch (error) {
    throw error instanceof SopsError ? storeError(error, name) : error;
  }
  if (file.metadata.macOnlyEncrypted) {
    throw new CredentialStoreError({
      outcome: 'invalid',
      code: 'CLEAR_VALUES_UNPROTECTED',
      message: `${name} is encrypted with mac_only_encrypted: whoever can write the file may have changed the host and the URL that the token is sent to.`,
      action:
        'Take mac_only_encrypted out of .sops.yaml and encrypt the file again.',
    });
  }
  return file;
}

function storeError(error: SopsError, name: string): CredentialStoreError {
  return new CredentialStoreError({
    outcome: isLocked(error) ? 'locked' : 'invalid',
    code: error.code,
    message: `${name}: ${error.what}`,
    action: error.remedy,
  });
}
