import {
  PlanBlocker,
  RotateRequest,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { assemble, PlanParts } from '../../domain/planning/assemble';
import { ChosenMode, chooseMode } from '../../domain/planning/modes';
import {
  NextToken,
  Place,
  rotated,
  successor,
} from '../../domain/planning/NextToken';
import { OldToken } from '../../domain/planning/OldToken';
import { PlannedOperation } from '../../domain/PlannedOperation';
import { dayFrom, tokenViolations } from '../../domain/tokenPolicy';
import { tokenSubject } from '../../domain/TokenRef';
import { StoredCredential } from '../../ports/CredentialStore';
import { refuseViolations } from '../ViolationsError';
import { BrokerLook } from './BrokerInspector';
import { DeliveryChecks } from './DeliveryChecks';
import { isBroker, revokeBlockers, Users } from './planContext';
import { PlannerOptions } from './PlannerOptions';

/** A token that is to be rotated, with all that was found out about it. */
export interface RotationOf {
  environment: EnvironmentSettings;
  request: RotateRequest;
  look: BrokerLook & { stored: StoredCredential };
  old: OldToken;
  /** The broker's access level where the old token lives; undefined: not known. */
  access: number | null | undefined;
  /** Where a new token would live, with the broker's access level there; undefined: not known. */
  next: { place: Place; access: number | null | undefined } | undefined;
  users: Users;
  /** What is in the way already. */
  blockers: PlanBlocker[];
}

const BROKER_ITSELF: PlanBlocker = {
  code: 'TARGET_UNUSABLE',
  message:
    'This is the token of the broker itself. Nothing writes a broker into the SOPS file but a person, so that the environment would be left without one.',
  action:
    'Make a new token in GitLab, write it to gitlabTokens.broker.token of the file with `sops edit`, and revoke this one then.',
};

/** Decides how a token is rotated. */
export class RotationPlanning {
  constructor(
    private readonly options: Pick<PlannerOptions, 'now'>,
    private readonly checks: DeliveryChecks,
  ) {}

  /** @throws ViolationsError where the new token would break the policy */
  async plan(rotation: RotationOf): Promise<PlannedOperation> {
    const { environment, request, look, old, users } = rotation;
    const { facts, stored } = look;
    const { choice, next } = this.#choose(rotation);
    if (next) {
      const { kind } = next.token;
      const policy = { ...environment.policy, kind };
      refuseViolations(tokenViolations(next.token, policy));
    }
    const { isCredential } = users;
    const configured = isCredential ? environment.rotation.deliver : [];
    const deliver = request.deliver ?? configured;
    const replaces = old.ref.id;
    const checked = next
      ? await this.checks.run({
          ...{ environment, deliver, next, isCredential, replaces },
        })
      : { deliveries: [], blockers: [] };
    const parts: PlanParts = {
      kind: 'rotate',
      environment: environment.name,
      subject: tokenSubject(stored.instance.host, old.ref),
      tokenKind: next?.token.kind ?? old.ref.kind,
      owner: next?.token.owner.path ?? old.owner?.path ?? old.username,
      ...users,
      mode: choice.mode,
      otherMode: choice.otherMode,
      authority: choice.authority,
      next: next ?? null,
      old,
      retiresOld: this.#retires(rotation, choice),
      gracePeriod:
        choice.mode === 'overlap' ? environment.rotation.gracePeriod : 0,
      deliveries: checked.deliveries,
      blockers: [
        ...rotation.blockers,
        ...choice.blockers,
        ...(isBroker(facts, old) ? [BROKER_ITSELF] : []),
        ...checked.blockers,
      ],
    };
    return assemble(parts);
  }

  #choose({ environment, request, look, old, ...rest }: RotationOf): {
    choice: ChosenMode;
    next: NextToken | undefined;
  } {
    const now = this.options.now();
    const { declared, rotation } = environment;
    const { isCredential } = rest.users;
    const expiresAt =
      request.expiresAt ?? dayFrom(now, rotation.expirationDays);
    const wanted = isCredential ? declared : {};
    const next =
      rest.next && successor(old, wanted, { ...rest.next, expiresAt });
    const choice = chooseMode({
      facts: look.facts,
      old,
      next,
      accessToOld: rest.access,
      accessToNext: rest.next?.access,
      isCredential,
      asked: request.mode,
      configured: rotation.mode,
      now,
    });
    const isInPlace = choice.mode === 'in-place';
    return { choice, next: isInPlace ? rotated(old, expiresAt) : next };
  }

  /** What is revoked already needs no revoking, and what nobody here may revoke stays. */
  #retires({ look, old, access }: RotationOf, { mode }: ChosenMode): boolean {
    const now = this.options.now();
    return (
      mode === 'overlap' &&
      old.state !== 'revoked' &&
      revokeBlockers(look.facts, old, { access, now }).length === 0
    );
  }
}
