import { Operation } from '../../domain/Operation';
import { MERGE_REQUEST } from '../../domain/operationActions';
import { TokenRef } from '../../domain/TokenRef';
import { Conversations } from './Conversations';
import { ParkedError } from './ParkedError';
import { revokeSurely } from './revokeSurely';
import { RunningOperation } from './RunningOperation';

/** Milliseconds; GitLab writes down the use of a token every ten minutes. */
const USE_IS_SEEN_WITHIN = 10 * 60_000;

/** Milliseconds after which a new token that nobody uses is somebody's business. */
const USED_WITHIN = 7 * 24 * 60 * 60_000;

/**
 * Revokes the old token once the new one is proven and the grace period is over. Gone already counts as revoked. What
 * fails here leaves two valid tokens and a parked operation, never none.
 */
export class Retiring {
  constructor(
    private readonly options: { conversations: Conversations; now: () => Date },
  ) {}

  /** @returns when to look again, in milliseconds of the epoch; undefined when it is done */
  async run(
    running: RunningOperation,
    { insisted }: { insisted: boolean },
  ): Promise<number | undefined> {
    const { kind, step, work } = running.now;
    const retires = work.old && (kind === 'revoke' || work.retiresOld);
    if (!retires) {
      await running.advance({ step: 'done' });
      return undefined;
    }
    if (step !== 'retiring') {
      const waitUntil = await this.#waitUntil(running.now, insisted);
      if (waitUntil !== undefined) {
        return waitUntil;
      }
      await running.advance({ step: 'retiring' });
    }
    const { tokens } = await this.options.conversations.open(running.now);
    await revokeSurely(tokens, work.old!, speaksForItself(running.now));
    await running.advance({ step: 'done' });
    return undefined;
  }

  async #waitUntil(
    operation: Operation,
    insisted: boolean,
  ): Promise<number | undefined> {
    const { kind, provenAt, work } = operation;
    if (kind === 'revoke') {
      return undefined;
    }
    const now = this.options.now().getTime();
    const graceEnds = Date.parse(provenAt!) + work.gracePeriod;
    if (graceEnds > now) {
      return graceEnds;
    }
    const isReviewed = work.deliveries.some(
      it => it.settings.target === MERGE_REQUEST,
    );
    if (!isReviewed || insisted || (await this.#isUsed(operation))) {
      return undefined;
    }
    if (now > Date.parse(provenAt!) + USED_WITHIN) {
      throw unused(operation);
    }
    return now + USE_IS_SEEN_WITHIN;
  }

  /** Whether somebody else than the proof has used the new token, as whoever gets the merged file will. */
  async #isUsed(operation: Operation): Promise<boolean> {
    const { work, newTokenId, provenAt } = operation;
    const { tokens } = await this.options.conversations.open(operation);
    const ref = { ...work.spec!, id: newTokenId! } as TokenRef;
    const { lastUsedAt } = await tokens.show(ref);
    return (
      lastUsedAt !== null &&
      Date.parse(lastUsedAt) > Date.parse(provenAt!) + 60_000
    );
  }
}

/** The credential that is to be revoked is also who asks for it, which it cannot do twice. */
function speaksForItself({ kind, plan, work }: Operation): boolean {
  return kind === 'revoke' && plan.isCredential && work.authority !== 'broker';
}

function unused({ environment }: Operation): ParkedError {
  return new ParkedError({
    code: 'NEW_TOKEN_UNUSED',
    message: `The merge request is merged, but nobody has used the new token for seven days. The portal of ${environment} may still run on the old one, which was not revoked.`,
    action:
      'See that the portal runs with the merged file. Resume revokes the old token even so.',
  });
}
