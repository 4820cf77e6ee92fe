import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import {
  isLocked,
  sealForRecipients,
  sealingRecipients,
  SopsError,
  unseal,
} from '@gitlab-tokens/sops';
import { randomUUID } from 'crypto';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { CredentialStoreError } from '../../ports/CredentialStore';
import { Escrow, EscrowError } from '../../ports/Escrow';
import { openEnvironmentFile } from './environmentFile';

/** How values are sealed. */
export interface SopsEscrowOptions {
  /** Of the SOPS files. */
  directory: string;
  /** Age recipients for environments whose file has none. */
  recipients: readonly string[];
}

/** Seals with age, to those who can open the environment's SOPS file. */
export class SopsEscrow implements Escrow {
  readonly #options: SopsEscrowOptions;
  /** By environment: to whom values were sealed when that was last found to work, and for which file. */
  readonly #proven = new Map<
    string,
    { digest: string; recipients: readonly string[] }
  >();

  constructor(options: SopsEscrowOptions) {
    this.#options = options;
  }

  async check(environment: EnvironmentSettings): Promise<void> {
    const { digest, recipients } = await this.#recipientsOf(environment);
    const proven = this.#proven.get(environment.name);
    if (proven?.digest === digest && sameTexts(proven.recipients, recipients)) {
      return;
    }
    const probe = Secret.of(randomUUID());
    const sealed = await sealTo(recipients, probe, environment);
    const opened = await this.open(sealed);
    if (!opened.equals(probe)) {
      throw damaged();
    }
    this.#proven.set(environment.name, { digest, recipients });
  }

  async seal(environment: EnvironmentSettings, value: Secret): Promise<string> {
    try {
      const { recipients } = await this.#recipientsOf(environment);
      return await sealTo(recipients, value, environment);
    } catch (error) {
      // Nobody shows the value again. Those who could be trusted when `check` looked still can be.
      const proven = this.#proven.get(environment.name);
      if (!proven) {
        throw error;
      }
      return sealTo(proven.recipients, value, environment);
    }
  }

  async open(sealed: string): Promise<Secret> {
    try {
      return Secret.of(await unseal(sealed));
    } catch (error) {
      throw isLocked(error)
        ? new EscrowError(
            'ESCROW_LOCKED',
            `A sealed value cannot be opened here: ${error.what}`,
            error.remedy,
          )
        : damaged();
    }
  }

  async #recipientsOf(environment: EnvironmentSettings) {
    const { directory, recipients } = this.#options;
    const file = await openEnvironmentFile(environment.file, directory).catch(
      error => {
        throw unknownRecipients(error, environment);
      },
    );
    const own = sealingRecipients(file.metadata);
    return {
      digest: file.digest,
      recipients: own.length > 0 ? own : recipients,
    };
  }
}

async function sealTo(
  recipients: readonly string[],
  value: Secret,
  { file }: EnvironmentSettings,
): Promise<string> {
  try {
    return await sealForRecipients(value.reveal(), recipients);
  } catch (error) {
    const reason = error instanceof SopsError ? ` (${error.what})` : '';
    throw new EscrowError(
      'ESCROW_MISSING',
      `A new value could not be kept safe on its way: ${file} has no age recipient who can open it alone, and gitlabTokens.escrow.recipients names none${reason}`,
      'Add an age recipient to the file with `sops updatekeys`, or name age recipients in gitlabTokens.escrow.recipients.',
    );
  }
}

function unknownRecipients(
  error: unknown,
  { file }: EnvironmentSettings,
): EscrowError {
  const isStore = error instanceof CredentialStoreError;
  return new EscrowError(
    isStore && error.outcome === 'locked' ? 'ESCROW_LOCKED' : 'ESCROW_MISSING',
    `It is not known to whom a new value may be sealed, because ${
      isStore ? error.message : `${file} cannot be read.`
    }`,
    isStore ? error.action : 'Check the file and its directory.',
  );
}

function damaged(): EscrowError {
  return new EscrowError(
    'ESCROW_INVALID',
    'The sealed value in the database was changed or damaged, and cannot be opened any more.',
    'Restore the database if you can. Otherwise cancel the operation, and revoke the new token in GitLab.',
  );
}

function sameTexts(some: readonly string[], others: readonly string[]) {
  return some.join() === others.join();
}
