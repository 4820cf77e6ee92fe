import {
  isDeployKind,
  PlanBlocker,
  RotationMode,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { brokerBlockers } from '../brokerAbilities';
import { BrokerFacts } from '../BrokerFacts';
import { Authority } from './calls';
import { NextToken } from './NextToken';
import { levelOf, OldToken } from './OldToken';

/** What decides how a token can be rotated. */
export interface RotationCase {
  facts: BrokerFacts;
  old: OldToken;
  /** The token that overlap would make; undefined where its place is not known. */
  next: NextToken | undefined;
  /** The broker's access level where the old token lives, and where the new one would; undefined: not known. */
  accessToOld: number | null | undefined;
  accessToNext: number | null | undefined;
  /** The environment's file holds the old token, so that it can speak for itself. */
  isCredential: boolean;
  /** The mode that was asked for; undefined: none was. */
  asked: RotationMode | undefined;
  configured: RotationMode;
  now: Date;
}

/** How a token will be rotated. */
export interface ChosenMode {
  mode: RotationMode;
  authority: Authority;
  blockers: PlanBlocker[];
  /** The other one; `reason` is null where it could be asked for. */
  otherMode: { mode: RotationMode; reason: PlanBlocker | null };
}

interface Possibility {
  mode: RotationMode;
  authority: Authority;
  blockers: PlanBlocker[];
}

/**
 * The mode that was asked for, or the configured one where that is possible, or else the other one. Where neither is,
 * the plan has the blockers of the first.
 */
export function chooseMode(it: RotationCase): ChosenMode {
  const possibilities = [overlap(it), inPlace(it)];
  const wanted = possibilities.find(
    ({ mode }) => mode === (it.asked ?? it.configured),
  )!;
  const other = possibilities.find(({ mode }) => mode !== wanted.mode)!;
  const isOtherBetter =
    it.asked === undefined &&
    wanted.blockers.length > 0 &&
    other.blockers.length === 0;
  return isOtherBetter ? chosen(other, wanted) : chosen(wanted, other);
}

function chosen(taken: Possibility, left: Possibility): ChosenMode {
  const reason = left.blockers[0] ?? null;
  return { ...taken, otherMode: { mode: left.mode, reason } };
}

function overlap({
  facts,
  next,
  accessToNext,
  now,
}: RotationCase): Possibility {
  const blockers = next
    ? brokerBlockers(
        facts,
        {
          action: 'issue',
          kind: next.token.kind,
          accessLevel: accessToNext,
          tokenLevel: levelOf(next.token.role),
          userId: null,
        },
        now,
      )
    : [placeUnknown()];
  return { mode: 'overlap', authority: facts.source, blockers };
}

function placeUnknown(): PlanBlocker {
  return {
    code: 'BROKER_ROLE_TOO_LOW',
    message: 'The broker does not see the owner of the new token.',
    action:
      'Check the owner that is declared in the configuration, and give the user of the broker a role there.',
  };
}

/**
 * GitLab's rotation takes somebody who may manage the token, or the token itself. The token itself is the last choice:
 * when the answer to its request is lost, nobody can find out the new value.
 */
function inPlace(it: RotationCase): Possibility {
  const mode = 'in-place';
  const { facts, old } = it;
  const never = neverRotates(old);
  if (never) {
    return { mode, authority: facts.source, blockers: [never] };
  }
  const isItself =
    facts.outcome === 'accepted' &&
    facts.tokenId === old.ref.id &&
    it.isCredential;
  const byOther = isItself ? [] : rotateBlockers(it);
  if (!isItself && byOther.length === 0) {
    return { mode, authority: facts.source, blockers: [] };
  }
  const byItself = it.isCredential ? selfBlockers(old) : [];
  if (it.isCredential && byItself.length === 0) {
    return { mode, authority: 'self', blockers: [] };
  }
  return { mode, authority: 'self', blockers: [...byItself, ...byOther] };
}

function neverRotates({ ref, state }: OldToken): PlanBlocker | undefined {
  if (isDeployKind(ref.kind)) {
    return {
      code: 'DEPLOY_TOKENS_CANNOT_ROTATE',
      message: 'GitLab cannot rotate deploy tokens.',
      action: 'Use overlap: a new one is made, and the old one is deleted.',
    };
  }
  return state === 'revoked' ? tokenRevoked() : undefined;
}

/** The token was revoked already. */
export function tokenRevoked(): PlanBlocker {
  return {
    code: 'TOKEN_REVOKED',
    message: 'The token is revoked already.',
    action: 'Nothing is left to end; issue a new token where one is needed.',
  };
}

function rotateBlockers({
  facts,
  old,
  accessToOld,
  now,
}: RotationCase): PlanBlocker[] {
  return brokerBlockers(
    facts,
    {
      action: 'rotate',
      kind: old.ref.kind,
      accessLevel: accessToOld,
      tokenLevel: levelOf(old.role),
      userId: old.userId,
    },
    now,
  );
}

function selfBlockers({ state, scopes }: OldToken): PlanBlocker[] {
  const blockers: PlanBlocker[] = [];
  if (state === 'expired') {
    blockers.push({
      code: 'TOKEN_EXPIRED',
      message:
        'GitLab does not accept the token any more, so that it cannot rotate itself.',
      action: 'Use a broker, or make a new token in GitLab.',
    });
  }
  if (!scopes.includes('api') && !scopes.includes('self_rotate')) {
    blockers.push({
      code: 'TOKEN_CANNOT_ROTATE_ITSELF',
      message: `The token has the scopes ${scopes.join(
        ', ',
      )}; to rotate itself it needs api or self_rotate.`,
      action: 'Declare the scope self_rotate for the next token.',
      details: { scopes: [...scopes] },
    });
  }
  return blockers;
}
