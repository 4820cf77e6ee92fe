import {
  Delivery,
  OperationKind,
  OperationPlan,
  PlanBlocker,
  PlannedCall,
  RotationMode,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { OperationWork } from '../Operation';
import { PlannedOperation } from '../PlannedOperation';
import {
  Authority,
  createCall,
  deliveryCalls,
  proveCall,
  revokeCall,
  rotateCall,
} from './calls';
import { consequencesOf } from './consequences';
import { NextToken, specOf } from './NextToken';
import { endingToken, OldToken } from './OldToken';

/** A delivery after its target has looked at it. */
export interface CheckedDelivery {
  settings: Delivery;
  /** Null where the target did not get to say. */
  place: string | null;
  evidence: unknown;
  blocker: PlanBlocker | null;
}

/** Everything that was found out and decided about an operation. */
export interface PlanParts {
  kind: OperationKind;
  environment: string;
  subject: string;
  /** Of the token that it makes, or ends where it makes none. */
  tokenKind: TokenKind;
  /** Full path, or user name, of that token's owner. */
  owner: string | null;
  isCredential: boolean;
  /** Others that run on the old token. */
  otherEnvironments: string[];
  mode: RotationMode | null;
  otherMode: OperationPlan['otherMode'];
  authority: Authority;
  /** Null: nothing is made, or its place is not known. */
  next: NextToken | null;
  old: OldToken | null;
  retiresOld: boolean;
  /** Milliseconds. */
  gracePeriod: number;
  deliveries: CheckedDelivery[];
  blockers: PlanBlocker[];
}

/** Puts the plan for people and the work for the engine together. */
export function assemble(parts: PlanParts): PlannedOperation {
  const { kind, environment, subject, tokenKind, owner, old } = parts;
  return {
    kind,
    environment,
    subject,
    tokenKind,
    owner,
    plan: planOf(parts),
    work: workOf(parts),
    oldTokenId: old?.ref.id ?? null,
  };
}

function planOf(parts: PlanParts): OperationPlan {
  const { kind, environment, isCredential, otherEnvironments } = parts;
  const { mode, otherMode, next, old, deliveries, gracePeriod } = parts;
  const targets = deliveries.map(it => it.settings.target);
  return {
    kind,
    environment,
    isCredential,
    mode,
    otherMode,
    calls: callsOf(parts),
    newToken: next?.token ?? null,
    oldToken: old && endingToken(old),
    consequences: consequencesOf({ ...parts, targets }),
    otherEnvironments,
    gracePeriodSeconds: Math.round(gracePeriod / 1000),
    deliveries: deliveries.map(({ settings, place }) => ({
      target: settings.target,
      place,
    })),
    blockers: [
      ...parts.blockers,
      ...deliveries.flatMap(({ blocker }) => blocker ?? []),
    ],
  };
}

function workOf(parts: PlanParts): OperationWork {
  const { kind, next, old, mode, authority, gracePeriod, retiresOld } = parts;
  const isProjectDeploy = next?.home.kind === 'project-deploy';
  return {
    spec: next && kind !== 'paste' ? specOf(next) : null,
    old: old?.ref ?? null,
    mode,
    authority,
    deliveries: parts.deliveries.map(({ settings, evidence }) => ({
      settings,
      evidence: evidence ?? null,
    })),
    gracePeriod,
    retiresOld,
    projectPath: isProjectDeploy ? next.token.owner.path : null,
  };
}

/** The requests in the order in which they will be made. */
function callsOf(parts: PlanParts): PlannedCall[] {
  const { kind, mode, next, old, authority, retiresOld } = parts;
  if (kind === 'revoke') {
    return old ? [revokeCall(old.ref, authority)] : [];
  }
  if (!next) {
    return [];
  }
  const make =
    mode === 'in-place' && old
      ? rotateCall(old.ref, authority)
      : createCall(next.home, authority);
  return [
    ...(kind === 'paste' ? [] : [make]),
    ...parts.deliveries.flatMap(it => deliveryCalls(it.settings, authority)),
    proveCall(next.home, authority),
    ...(retiresOld && old ? [revokeCall(old.ref, authority)] : []),
  ];
}
