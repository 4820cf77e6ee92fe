import { hasStamp, Operation } from '../../domain/Operation';
import { TokenHome, TokenRef } from '../../domain/TokenRef';
import { GatewayError } from '../../ports/GatewayError';
import { GitlabToken, TokenGateway } from '../../ports/TokenGateway';
import { Conversation } from './Conversations';
import { ParkedError } from './ParkedError';
import { revokeSurely } from './revokeSurely';
import { RunningOperation } from './RunningOperation';

/** Milliseconds by which GitLab's clock may be behind ours. */
const CLOCK_DIFFERENCE = 5 * 60_000;

/** What was found out about a token that may have been made. */
export interface Reconciled {
  /** Milliseconds of the epoch: GitLab may still be at it; look again then. */
  waitUntil?: number;
  /** In-place only: what has to be rotated now, the old token or a successor whose value nobody knows. */
  rotatable?: TokenRef;
}

/**
 * Finds out what became of a request for a new token that brought no usable answer. Nothing is ever asked for again
 * before this has said that it may be.
 *
 * A new token carries the operation's stamp: found, it is an orphan whose value nobody knows, and is revoked. A
 * rotation in place by a broker shows in the old token: still alive, nothing happened; revoked, its successor exists
 * and can be rotated by its number. A token that rotates itself tells by whether its old value lives.
 */
export class Reconciliation {
  constructor(
    private readonly options: {
      /** Milliseconds after which a request without an answer has had its effect, or will have none. */
      settleTime: number;
      now: () => Date;
    },
  ) {}

  async run(
    running: RunningOperation,
    conversation: Conversation,
  ): Promise<Reconciled> {
    const { work } = running.now;
    if (work.mode !== 'in-place') {
      return this.#orphans(running.now, conversation.tokens);
    }
    return work.authority === 'self'
      ? this.#itself(running.now, conversation)
      : this.#successor(running.now, conversation.tokens);
  }

  /** Revokes what carries the operation's stamp; undefined where GitLab may still make one. */
  async #orphans(
    operation: Operation,
    tokens: TokenGateway,
  ): Promise<Reconciled> {
    const orphans = await findStamped(operation, tokens);
    for (const orphan of orphans) {
      await revokeSurely(tokens, orphan);
    }
    // One request makes one token: where it was found, no other will come.
    return orphans.length > 0 ? {} : this.#settled(operation);
  }

  async #successor(
    operation: Operation,
    tokens: TokenGateway,
  ): Promise<Reconciled> {
    const old = operation.work.old!;
    const shown = await tokens.show(old);
    if (shown.state !== 'revoked') {
      return { rotatable: old, ...this.#settled(operation) };
    }
    const successors = await findSuccessors(operation, shown, tokens);
    const settling = this.#settled(operation);
    if (successors.length === 1) {
      const rotatable = { ...old, id: successors[0].id };
      // What was asked first is done. Asked again, GitLab may still be at it, and what is found about to be replaced.
      return operation.attempts > 1
        ? { rotatable, ...settling }
        : { rotatable };
    }
    if (successors.length === 0 && settling.waitUntil !== undefined) {
      return settling;
    }
    throw new ParkedError({
      code: 'SUCCESSOR_UNCERTAIN',
      message: `The old token (${old.id}) is revoked, and GitLab has ${successors.length} tokens that could be its successor.`,
      action:
        'Look at the tokens of the owner in GitLab. Revoke what nobody uses, cancel this operation and issue a new token.',
    });
  }

  async #itself(
    operation: Operation,
    { as, current }: Conversation,
  ): Promise<Reconciled> {
    try {
      if (current && (await as(current).self()).id === operation.oldTokenId) {
        return this.#settled(operation);
      }
    } catch (error) {
      if (!isRevoked(error)) {
        throw error;
      }
    }
    throw new ParkedError({
      code: 'VALUE_LOST',
      message:
        'The token has rotated itself, and the answer with its new value was lost. GitLab shows a value once; the old one is dead.',
      action:
        'Make a new token in GitLab and paste it for this environment. Then cancel this operation. With a broker in the SOPS file this cannot happen.',
    });
  }

  #settled({ mintingSince }: Operation): Reconciled {
    const until = Date.parse(mintingSince!) + this.options.settleTime;
    return until > this.options.now().getTime() ? { waitUntil: until } : {};
  }
}

/** The living tokens that this operation has made. */
export async function findStamped(
  { id, work }: Operation,
  tokens: TokenGateway,
): Promise<TokenRef[]> {
  const home = homeOf(work.spec!);
  const found: TokenRef[] = [];
  for await (const page of tokens.list(home)) {
    for (const token of page) {
      if (token.state !== 'revoked' && hasStamp(token, id)) {
        found.push({ ...home, id: token.id });
      }
    }
  }
  return found;
}

async function findSuccessors(
  { createdAt, work }: Operation,
  old: GitlabToken,
  tokens: TokenGateway,
): Promise<GitlabToken[]> {
  // Not since the last attempt: the successor of an earlier one may still be the one that there is.
  const since = Date.parse(createdAt) - CLOCK_DIFFERENCE;
  const found: GitlabToken[] = [];
  for await (const page of tokens.list(homeOf(work.old!))) {
    found.push(
      ...page.filter(
        it =>
          it.state === 'active' &&
          it.id > old.id &&
          it.userId === old.userId &&
          it.name === old.name &&
          it.createdAt !== null &&
          Date.parse(it.createdAt) >= since,
      ),
    );
  }
  return found;
}

/** Where the token lives, without what it is. */
function homeOf(home: TokenHome): TokenHome {
  switch (home.kind) {
    case 'group':
    case 'group-deploy':
      return { kind: home.kind, groupId: home.groupId };
    case 'project':
    case 'project-deploy':
      return { kind: home.kind, projectId: home.projectId };
    case 'service-account': {
      const { kind, userId, groupId, projectId } = home;
      return { kind, userId, groupId, projectId };
    }
    default:
      return { kind: home.kind, userId: home.userId };
  }
}

function isRevoked(error: unknown): boolean {
  return (
    error instanceof GatewayError && error.code === 'GATEWAY_CREDENTIAL_REVOKED'
  );
}
