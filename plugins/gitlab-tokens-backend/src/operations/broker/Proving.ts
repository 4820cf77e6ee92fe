import {
  isDeployKind,
  RotationMode,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { Operation } from '../../domain/Operation';
import { TokenRef } from '../../domain/TokenRef';
import {
  DeployTokenClaim,
  DeployTokenVerdict,
  ProveDeployToken,
} from '../../ports/DeployTokenProof';
import { Escrow } from '../../ports/Escrow';
import { GatewayError } from '../../ports/GatewayError';
import { GitlabInstance } from '../../ports/GitlabGateway';
import { Conversation, Conversations } from './Conversations';
import { contextOf, knownTarget, KnownTargets } from './Delivering';
import { ParkedError } from './ParkedError';
import { RunningOperation } from './RunningOperation';

/** What GitLab says of a token when it is asked with its value. */
interface Proof {
  id: number;
  active: boolean;
  scopes: string[];
  expiresAt: string | null;
}

/**
 * Proves that what stands in the targets is the new token and that GitLab accepts it, with the scopes and the expiry
 * of the plan. Nothing old is touched before this.
 */
export class Proving {
  constructor(
    private readonly options: {
      conversations: Conversations;
      targets: KnownTargets;
      escrow: Escrow;
      proveDeployToken: ProveDeployToken;
      now: () => Date;
    },
  ) {}

  async run(running: RunningOperation): Promise<void> {
    const value = await this.#readBack(running);
    const conversation = await this.options.conversations.open(running.now);
    const proof = isDeployKind(running.now.tokenKind)
      ? await this.#deployToken(running.now, conversation, value)
      : await this.#accessToken(running.now, conversation, value);
    requireAsPlanned(running.now, proof);
    await running.advance({
      step: 'verified',
      provenAt: this.options.now().toISOString(),
      // The targets have it: nobody needs the sealed one any more.
      sealed: null,
    });
  }

  /** The value as the targets give it back, which must be the one that GitLab gave. */
  async #readBack(running: RunningOperation): Promise<Secret> {
    const { targets, escrow } = this.options;
    running.value ??= await escrow.open(running.now.sealed ?? '');
    for (const { settings } of running.now.work.deliveries) {
      const target = knownTarget(targets, settings.target);
      const there = await target.readBack?.(settings, contextOf(running.now));
      if (there && !there.equals(running.value)) {
        throw new ParkedError({
          code: 'TARGET_HOLDS_ANOTHER_TOKEN',
          message: `What was delivered is not there any more: ${settings.target} holds another value.`,
          action:
            'Find out who wrote there meanwhile. Resume once the new value may be put there again, or revoke the new token in GitLab.',
        });
      }
    }
    return running.value;
  }

  async #accessToken(
    { work }: Operation,
    { as }: Conversation,
    value: Secret,
  ): Promise<Proof> {
    try {
      return await as(value).self();
    } catch (error) {
      throw isRefusal(error) ? refused(error.message, work.mode) : error;
    }
  }

  /** GitLab tells nothing to a deploy token of itself: it shows that it opens something, and the rest is told of it. */
  async #deployToken(
    { work, newTokenId, newUsername }: Operation,
    { instance, tokens }: Conversation,
    value: Secret,
  ): Promise<Proof> {
    const accepted = await this.#isLetIn(instance, {
      username: newUsername ?? '',
      value,
      scopes: work.spec!.scopes,
      projectPath: work.projectPath,
    });
    if (accepted === 'refused') {
      throw refused('GitLab does not let the deploy token in', work.mode);
    }
    const ref = { ...work.spec!, id: newTokenId! } as TokenRef;
    const shown = await tokens.show(ref);
    return { ...shown, active: shown.state === 'active' };
  }

  async #isLetIn(
    instance: GitlabInstance,
    claim: DeployTokenClaim,
  ): Promise<DeployTokenVerdict> {
    try {
      return await this.options.proveDeployToken(
        instance,
        claim,
        AbortSignal.timeout(20_000),
      );
    } catch (error) {
      // An instance without a container registry has nothing there that could let it in.
      if (error instanceof GatewayError && error.code === 'GATEWAY_NOT_FOUND') {
        return 'unprovable';
      }
      throw error;
    }
  }
}

function requireAsPlanned({ work, newTokenId }: Operation, proof: Proof) {
  const { spec } = work;
  const differences = [
    proof.id === newTokenId ? '' : `it is the token ${proof.id}`,
    proof.active ? '' : 'it is not active',
    !spec || isSameSet(spec.scopes, proof.scopes)
      ? ''
      : `its scopes are ${proof.scopes.join(', ')}`,
    !spec || spec.expiresAt === proof.expiresAt
      ? ''
      : `it expires ${proof.expiresAt ?? 'never'}`,
  ].filter(Boolean);
  if (differences.length > 0) {
    throw new ParkedError({
      code: 'NEW_TOKEN_DIFFERS',
      message: `The new token is not what was planned: ${differences.join(
        '; ',
      )}.`,
      action: `${saidOfOld(
        work.mode,
      )}Ask the administrators of this GitLab about its limits. Cancel leaves both tokens as they are; then start anew, or revoke in GitLab what is not wanted.`,
    });
  }
}

function isSameSet(some: readonly string[], others: readonly string[]) {
  const set = new Set(others);
  return new Set(some).size === set.size && some.every(it => set.has(it));
}

function isRefusal(error: unknown): error is GatewayError {
  return (
    error instanceof GatewayError &&
    [
      'GATEWAY_CREDENTIAL_EXPIRED',
      'GATEWAY_CREDENTIAL_REVOKED',
      'GATEWAY_CREDENTIAL_REJECTED',
      'GATEWAY_FORBIDDEN',
    ].includes(error.code)
  );
}

/** What is left of the token that is rotated: a rotation in place has ended its value before. */
function saidOfOld(mode: RotationMode | null): string {
  switch (mode) {
    case 'in-place':
      return 'The old value is dead since GitLab rotated the token. ';
    case 'overlap':
      return 'The old token still works. ';
    default:
      return '';
  }
}

function refused(reason: string, mode: RotationMode | null): ParkedError {
  return new ParkedError({
    code: 'NEW_TOKEN_REFUSED',
    message: `GitLab does not accept the new token: ${reason}.`,
    action: `${saidOfOld(
      mode,
    )}Look whether somebody has revoked the new token in GitLab. If so, cancel, which leaves both tokens as they are, and start anew; if not, resume.`,
  });
}
