import {
  isTokenText,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { KeyPath, SopsText } from '@gitlab-tokens/sops';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { CredentialStoreError } from '../../ports/CredentialStore';
import { GitlabInstance } from '../../ports/GitlabGateway';
import { findGitlabEntry } from './gitlabEntry';

/** Where an environment's credential stands in its file, and what is there. */
export interface CredentialEntry {
  /** The keys that lead to the token, whether or not there is one. */
  path: KeyPath;
  instance: GitlabInstance;
  /** Null where the file holds no token. */
  token: Secret | null;
  /** The token stands outside the encryption. */
  tokenInClear: boolean;
}

/**
 * Finds the credential of an environment in an opened file.
 *
 * @throws CredentialStoreError
 */
export function readCredentialEntry(
  text: SopsText,
  environment: Pick<EnvironmentSettings, 'file' | 'host'>,
): CredentialEntry {
  const { index, instance, token } = findGitlabEntry(text.data, environment);
  const path = ['integrations', 'gitlab', index, 'token'];
  return {
    path,
    instance,
    token: tokenSecret(token, environment.file),
    tokenInClear: token !== undefined && !text.isEncrypted(path),
  };
}

/**
 * A token as a file has it; null where there is none.
 *
 * @throws CredentialStoreError for what cannot be one
 */
export function tokenSecret(token: unknown, file: string): Secret | null {
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
