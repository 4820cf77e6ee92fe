import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { EnvironmentSettings } from '../domain/EnvironmentSettings';

/** Why a value cannot be sealed or opened. Message and action hold no secret. */
export class EscrowError extends Error {
  readonly name = 'EscrowError';

  constructor(
    /** `ESCROW_MISSING`: nobody to seal to. `ESCROW_LOCKED`: no key at hand opens it. `ESCROW_INVALID`: damaged. */
    readonly code: 'ESCROW_MISSING' | 'ESCROW_LOCKED' | 'ESCROW_INVALID',
    message: string,
    readonly action: string,
  ) {
    super(message);
  }
}

/**
 * Keeps a new value readable for those alone who can read the environment's SOPS file, while it is on its way there.
 * Every method throws an `EscrowError` and nothing else.
 */
export interface Escrow {
  /** Rejects where `seal` would, before there is anything to lose; also where this process could not open it again. */
  check(environment: EnvironmentSettings): Promise<void>;
  /** Text that only the environment's age recipients, or those of the configured escrow, can open. */
  seal(environment: EnvironmentSettings, value: Secret): Promise<string>;
  open(sealed: string): Promise<Secret>;
}
