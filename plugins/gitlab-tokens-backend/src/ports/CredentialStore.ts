import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { EnvironmentSettings } from '../domain/EnvironmentSettings';
import { GitlabInstance } from './GitlabGateway';

/** What an environment's SOPS file holds for this plugin. */
export interface StoredCredential {
  instance: GitlabInstance;
  /** Null where the file holds no token. */
  token: Secret | null;
  broker: Secret | null;
  /** The token stands outside the encryption. */
  tokenInClear: boolean;
  /** Digest of the file's bytes. */
  digest: string;
}

/** Where the environments' credentials are kept. */
export interface CredentialStore {
  /** @throws CredentialStoreError and nothing else */
  read(environment: EnvironmentSettings): Promise<StoredCredential>;
}

/** Codes of `SopsError` for what may be over when it is tried again later, without anybody's doing. */
export const PASSING_FILE_CODES: ReadonlySet<string> = new Set([
  'FILE_BUSY',
  'FILE_CHANGED',
  'FILE_UNREADABLE',
  'KEY_SERVICE_FAILED',
  'PROGRAM_TIMED_OUT',
]);

/**
 * Why an environment's credential could not be read.
 *
 * `outcome` tells what that makes of the environment: `locked` where only the keys of this machine are at fault,
 * `missing` where the file is good but has no entry, `invalid` where the file is at fault. `code` is a code of
 * `SopsError` or one of the store's own; message and action hold no secret.
 */
export class CredentialStoreError extends Error {
  readonly name = 'CredentialStoreError';
  readonly outcome: 'locked' | 'missing' | 'invalid';
  readonly code: string;
  readonly action: string;

  constructor(options: {
    outcome: 'locked' | 'missing' | 'invalid';
    code: string;
    message: string;
    action: string;
  }) {
    super(options.message);
    this.outcome = options.outcome;
    this.code = options.code;
    this.action = options.action;
  }

  /** Trying again later may help. */
  get passing(): boolean {
    return PASSING_FILE_CODES.has(this.code);
  }
}
