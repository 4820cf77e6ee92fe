import {
  Delivery,
  sopsFileDeliverySchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  DeliveryCheck,
  DeliveryContext,
  DeliveryOutcome,
  DeliveryTarget,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { changeSopsFile, SopsError } from '@gitlab-tokens/sops';
import { constants } from 'fs';
import { access, realpath } from 'fs/promises';
import { dirname, resolve } from 'path';
import { z } from 'zod';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { ConnectGitlab } from '../../ports/GitlabGateway';
import { Leases } from '../../ports/Leases';
import { readCredentialEntry } from '../sops/credentialEntry';
import { openEnvironmentFile } from '../sops/environmentFile';
import { refuseOtherToken, tryWriting } from './credentialWriting';
import { checkPlace, orDeliveryError } from './deliveryFailures';
import {
  DeliveryEnvironments,
  refuseOtherThanCredential,
} from './DeliveryEnvironments';
import { parseDelivery } from './parseDelivery';
import { withLease } from './withLease';

/** How often a file is read again that was changed between reading and writing. */
const TRIES = 4;

const evidenceSchema = z.object({ digest: z.string() });

/** What the target works with. */
export interface SopsFileDeliveryOptions {
  /** Of the SOPS files. */
  directory: string;
  environments: DeliveryEnvironments;
  leases: Leases;
  connect: ConnectGitlab;
  /** Milliseconds to wait for somebody else who writes the file; 10 seconds by default. */
  patience?: number;
}

/** Into `integrations.gitlab[].token` of the environment's SOPS file, which is replaced as a whole or not at all. */
export class SopsFileDeliveryTarget implements DeliveryTarget {
  readonly name = 'sops-file';
  readonly #options: Required<SopsFileDeliveryOptions>;

  constructor(options: SopsFileDeliveryOptions) {
    this.#options = { patience: 10_000, ...options };
  }

  async check(
    delivery: Delivery,
    context: DeliveryContext,
  ): Promise<DeliveryCheck> {
    parseDelivery(sopsFileDeliverySchema, delivery);
    const { directory, environments } = this.#options;
    const environment = environments.get(context.environment);
    return checkPlace(environment.file, async () => {
      refuseOtherThanCredential(context);
      const file = await openEnvironmentFile(environment.file, directory);
      await tryWriting(file, readCredentialEntry(file, environment));
      await refuseReadOnly(file.path, environment.file);
      return { digest: file.digest };
    });
  }

  deliver(
    delivery: Delivery,
    value: Secret,
    context: DeliveryContext & { evidence: unknown },
  ): Promise<DeliveryOutcome> {
    return orDeliveryError(async () => {
      parseDelivery(sopsFileDeliverySchema, delivery);
      refuseOtherThanCredential(context);
      const { directory, environments, leases, patience } = this.#options;
      const environment = environments.get(context.environment);
      const lease = {
        name: `sops-file ${resolve(directory, environment.file)}`,
        holder: context.operationId,
        patience,
        signal: context.signal,
      };
      await withLease(leases, lease, () =>
        this.#write(environment, value, context),
      );
      return { state: 'delivered', place: environment.file, url: null };
    });
  }

  readBack(
    delivery: Delivery,
    context: DeliveryContext,
  ): Promise<Secret | undefined> {
    return orDeliveryError(async () => {
      parseDelivery(sopsFileDeliverySchema, delivery);
      const { directory, environments } = this.#options;
      const environment = environments.get(context.environment);
      const file = await openEnvironmentFile(environment.file, directory);
      return readCredentialEntry(file, environment).token ?? undefined;
    });
  }

  async #write(
    environment: EnvironmentSettings,
    value: Secret,
    context: DeliveryContext & { evidence: unknown },
  ): Promise<void> {
    const { directory, connect, patience } = this.#options;
    const known = evidenceSchema.safeParse(context.evidence).data?.digest;
    for (let tries = 1; ; tries++) {
      const file = await openEnvironmentFile(environment.file, directory);
      const entry = readCredentialEntry(file, environment);
      if (entry.token?.equals(value) && !entry.tokenInClear) {
        return;
      }
      if (file.digest !== known) {
        const name = environment.file;
        await refuseOtherToken(entry, { connect, context, file: name });
      }
      try {
        const change = { set: entry.path, to: value.reveal() };
        await changeSopsFile(file, change, { patienceMs: patience });
        return;
      } catch (error) {
        if (tries === TRIES || !isChanged(error)) {
          throw error;
        }
      }
    }
  }
}

/** Somebody who does not know of the lease, such as `sops edit`, has written the file since it was read. */
function isChanged(error: unknown): boolean {
  return error instanceof SopsError && error.code === 'FILE_CHANGED';
}

/** @throws SopsError `FILE_READ_ONLY`, as writing would, but before there is something to write */
async function refuseReadOnly(path: string, file: string): Promise<void> {
  try {
    const target = await realpath(path);
    await access(target, constants.W_OK);
    await access(dirname(target), constants.W_OK);
  } catch {
    throw new SopsError('FILE_READ_ONLY', {
      what: 'this process may not write it or its directory.',
      remedy:
        'Let the user that this process runs as write both, or deliver by a merge request (sops-merge-request) where the file comes from a repository.',
      file,
    });
  }
}
