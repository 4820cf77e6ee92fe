import { Operation, stampedSpec } from '../../domain/Operation';
import { TokenRef } from '../../domain/TokenRef';
import { Escrow } from '../../ports/Escrow';
import { GatewayError } from '../../ports/GatewayError';
import { OperationChangedError } from '../../ports/Ledger';
import { IssuedToken, TokenGateway } from '../../ports/TokenGateway';
import { Conversation, Conversations } from './Conversations';
import { ParkedError } from './ParkedError';
import { Reconciliation } from './Reconciliation';
import { RunningOperation } from './RunningOperation';

/** Milliseconds of the lease that a request for a token has to have before it. */
const REQUEST = 15_000;

/** How often a new token is asked for before somebody has to look. */
const MOST_ATTEMPTS = 3;

/**
 * Makes the new token, once.
 *
 * The ledger says `minting` before GitLab is called. From then on nobody knows whether the token exists until an answer
 * has come and its value is sealed in the ledger; who comes back to an operation at this step therefore looks first
 * (`Reconciliation`) and asks for a token only where there is none.
 */
export class Minting {
  constructor(
    private readonly options: {
      conversations: Conversations;
      reconciliation: Reconciliation;
      escrow: Escrow;
      now: () => Date;
    },
  ) {}

  /** @returns when to look again, in milliseconds of the epoch; undefined once the value is sealed */
  async run(
    running: RunningOperation,
    { insisted }: { insisted: boolean },
  ): Promise<number | undefined> {
    const conversation = await this.options.conversations.open(running.now);
    let ref = running.now.work.old;
    if (running.now.step === 'minting') {
      const found = await this.options.reconciliation.run(
        running,
        conversation,
      );
      if (found.waitUntil !== undefined) {
        return found.waitUntil;
      }
      ref = found.rotatable ?? ref;
      if (running.now.attempts >= MOST_ATTEMPTS && !insisted) {
        throw tooOften(running.now);
      }
    }
    await this.options.escrow.check(conversation.environment);
    await running.advance({
      step: 'minting',
      attempts: running.now.attempts + 1,
      mintingSince: this.options.now().toISOString(),
    });
    let issued: IssuedToken;
    try {
      issued = await this.#mint(running.now, conversation, ref);
    } catch (error) {
      return this.#afterFailure(error);
    }
    await this.#seal(running, conversation, issued);
    return undefined;
  }

  /** Where the answer did not come, the next look is taken at once: most often it tells what happened. */
  #afterFailure(error: unknown): number {
    if (error instanceof GatewayError && error.code === 'GATEWAY_AMBIGUOUS') {
      return this.options.now().getTime();
    }
    throw error;
  }

  async #mint(
    operation: Operation,
    conversation: Conversation,
    ref: TokenRef | null,
  ): Promise<IssuedToken> {
    const { work } = operation;
    const { tokens } = conversation;
    if (!work.spec) {
      throw new Error(`Operation ${operation.id} makes no token`);
    }
    this.#requireLease(operation);
    if (work.mode !== 'in-place') {
      return tokens.issue(stampedSpec(work.spec, operation));
    }
    const expiresAt = work.spec.expiresAt ?? '';
    if (work.authority === 'self') {
      await requireItself(operation, conversation);
      this.#requireLease(operation);
      return tokens.rotateSelf(expiresAt);
    }
    return tokens.rotate(ref!, expiresAt);
  }

  /** The value is committed, encrypted, before anything else is done with it. */
  async #seal(
    running: RunningOperation,
    { environment, tokens }: Conversation,
    { token, value }: IssuedToken,
  ): Promise<void> {
    try {
      await running.insist({
        step: 'minted',
        newTokenId: token.id,
        newUsername: token.username,
        sealed: await this.options.escrow.seal(environment, value),
        // Somebody who could not find the value may have parked it meanwhile.
        parked: null,
        notBefore: null,
      });
      running.value = value;
    } catch (error) {
      // A change whose answer got lost is there all the same, and its token is in use.
      if (await running.lacks(token.id)) {
        await revokeLost(tokens, running.now, token.id);
      }
      throw error;
    }
  }

  /**
   * Whoever stood still for longer than the lease must not ask any more. Another may have asked meanwhile, and where a
   * token rotates itself, a second use of the old value ends the new one.
   */
  #requireLease({ id, lease }: Operation): void {
    const until = Date.parse(lease?.until ?? '');
    if (!(until > this.options.now().getTime() + REQUEST)) {
      throw new OperationChangedError(id);
    }
  }
}

/** The value cannot be kept and will be gone with this process: better no token than one that nobody has. */
async function revokeLost(
  tokens: TokenGateway,
  { work }: Operation,
  id: number,
): Promise<void> {
  if (work.mode === 'in-place' || !work.spec) {
    // What GitLab has rotated must stay: its successor can still be rotated by its number.
    return;
  }
  // Whether this succeeds or not, who takes the operation over looks for the stamp.
  await tokens.revoke({ ...work.spec, id }).catch(() => {});
}

/** A file that holds another token by now must not have that one rotated. */
async function requireItself(
  { oldTokenId }: Operation,
  { as, current }: Conversation,
): Promise<void> {
  const self = current && (await as(current).self());
  if (self?.id !== oldTokenId) {
    throw new ParkedError({
      code: 'TARGET_HOLDS_ANOTHER_TOKEN',
      message:
        'The SOPS file holds another token than the one that was to be rotated.',
      action: 'Cancel this operation; plan a new one if it is still needed.',
    });
  }
}

function tooOften({ attempts, work }: Operation): ParkedError {
  const rest =
    work.mode === 'in-place'
      ? 'The old value may be dead by now.'
      : 'No token of this operation is left in GitLab.';
  return new ParkedError({
    code: 'MINTING_FAILED',
    message: `GitLab was asked for the token ${attempts} times, and no value could be kept. ${rest}`,
    action:
      'Look at the status of the GitLab instance and of the database, then resume: it is tried once more.',
  });
}
