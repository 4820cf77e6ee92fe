import {
  Delivery,
  sopsMergeRequestDeliverySchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  DeliveryCheck,
  DeliveryContext,
  DeliveryOutcome,
  DeliveryTarget,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { z } from 'zod';
import { ConnectBroker } from '../../ports/BrokerGateway';
import { GatewayError } from '../../ports/GatewayError';
import { ConnectGitlab } from '../../ports/GitlabGateway';
import {
  ConnectRepository,
  MergeRequestSummary,
} from '../../ports/RepositoryGateway';
import { refuseOtherToken, tryWriting } from './credentialWriting';
import { checkPlace, orDeliveryError } from './deliveryFailures';
import {
  DeliveryEnvironments,
  refuseOtherThanCredential,
} from './DeliveryEnvironments';
import { isInDoubt } from './gatewayFailure';
import { isHeldUp, refuseHopeless } from './mergeRequestProblems';
import { parseDelivery } from './parseDelivery';
import { refusePowerless } from './refusePowerless';
import { BranchFile, SopsMergeRequest } from './SopsMergeRequest';

const TRIES = 3;

const evidenceSchema = z.object({ blobId: z.string() });

/** What the target works with. */
export interface SopsMergeRequestDeliveryOptions {
  environments: DeliveryEnvironments;
  connect: ConnectGitlab;
  connectBroker: ConnectBroker;
  connectRepository: ConnectRepository;
}

/** Into the environment's SOPS file where it lies in a repository, by a merge request which people merge. */
export class SopsMergeRequestDeliveryTarget implements DeliveryTarget {
  readonly name = 'sops-merge-request';

  constructor(private readonly options: SopsMergeRequestDeliveryOptions) {}

  async check(
    delivery: Delivery,
    context: DeliveryContext,
  ): Promise<DeliveryCheck> {
    const { project, path, branch } = settingsOf(delivery);
    return checkPlace(`${project}: ${path} (${branch})`, async () => {
      refuseOtherThanCredential(context);
      const { mergeRequest, authority } = await this.#begin(delivery, context);
      const { stored, text, entry } = await mergeRequest.current();
      await tryWriting(text, entry);
      const { instance, credential } = authority;
      const { connectBroker } = this.options;
      await refusePowerless(
        connectBroker(instance, credential, context.signal),
        { type: 'project', path: project, role: 'developer' },
      );
      return { blobId: stored.blobId };
    });
  }

  deliver(
    delivery: Delivery,
    value: Secret,
    context: DeliveryContext & { evidence: unknown },
  ): Promise<DeliveryOutcome> {
    return orDeliveryError(async () => {
      const { project } = settingsOf(delivery);
      refuseOtherThanCredential(context);
      const { mergeRequest } = await this.#begin(delivery, context);
      const { state, request } = await this.#propose(
        mergeRequest,
        value,
        context,
      );
      return {
        state,
        place: request ? `${project}!${request.iid}` : project,
        url: request?.webUrl ?? null,
      };
    });
  }

  readBack(
    delivery: Delivery,
    context: DeliveryContext,
  ): Promise<Secret | undefined> {
    return orDeliveryError(async () => {
      const { mergeRequest } = await this.#begin(delivery, context);
      const { entry } = await mergeRequest.current();
      return entry.token ?? undefined;
    });
  }

  withdraw(delivery: Delivery, context: DeliveryContext): Promise<void> {
    return orDeliveryError(async () => {
      const { mergeRequest } = await this.#begin(delivery, context);
      const request = await mergeRequest.find();
      if (request?.state === 'merged') {
        return;
      }
      if (request && request.state !== 'closed') {
        await mergeRequest.close(request.iid);
      }
      await mergeRequest.deleteBranch();
    });
  }

  /** Brings the merge request about, step by step from wherever an earlier try has come to. */
  async #propose(
    mergeRequest: SopsMergeRequest,
    value: Secret,
    context: DeliveryContext & { evidence: unknown },
  ): Promise<{
    state: 'awaiting' | 'delivered';
    request: MergeRequestSummary | undefined;
  }> {
    let doubt: GatewayError | undefined;
    for (let tries = 1; ; tries++) {
      const standing = await mergeRequest.look();
      const { request, proposed, current } = standing;
      if (current.entry.token?.equals(value)) {
        return { state: 'delivered', request };
      }
      if (request) {
        refuseHopeless(standing, request, value);
        return { state: 'awaiting', request };
      }
      const isThere = proposed && !isHeldUp(proposed, current, value);
      // Looked, and it was not done: it may still be under way, so it is not for now to send it again.
      const isUnclear = doubt?.code === 'GATEWAY_AMBIGUOUS' && !isThere;
      if (doubt && (isUnclear || tries > TRIES)) {
        throw doubt;
      }
      doubt = undefined;
      if (!isThere) {
        await this.#refuseOther(current, context);
        doubt = await this.#commit(mergeRequest, { proposed, current }, value);
      }
      if (!doubt) {
        return { state: 'awaiting', request: await mergeRequest.open(current) };
      }
    }
  }

  /** What was unclear about it; undefined where the commit was made. */
  async #commit(
    mergeRequest: SopsMergeRequest,
    { proposed, current }: { proposed?: BranchFile; current: BranchFile },
    value: Secret,
  ): Promise<GatewayError | undefined> {
    try {
      if (proposed) {
        await mergeRequest.deleteBranch();
      }
      await mergeRequest.commit(current, value);
      return undefined;
    } catch (error) {
      if (isInDoubt(error)) {
        return error;
      }
      throw error;
    }
  }

  async #refuseOther(
    { stored, entry }: BranchFile,
    context: DeliveryContext & { evidence: unknown },
  ): Promise<void> {
    const known = evidenceSchema.safeParse(context.evidence).data?.blobId;
    if (stored.blobId !== known) {
      const { connect } = this.options;
      const file = 'The file in the repository';
      await refuseOtherToken(entry, { connect, context, file });
    }
  }

  async #begin(delivery: Delivery, context: DeliveryContext) {
    const settings = settingsOf(delivery);
    const { environments, connectRepository } = this.options;
    const authority = await environments.authority(context.environment);
    const { instance, credential } = authority;
    const gateway = connectRepository(instance, credential, context.signal);
    return {
      authority,
      mergeRequest: new SopsMergeRequest(gateway, settings, {
        host: instance.host,
        context,
      }),
    };
  }
}

function settingsOf(delivery: Delivery) {
  return parseDelivery(sopsMergeRequestDeliverySchema, delivery);
}
