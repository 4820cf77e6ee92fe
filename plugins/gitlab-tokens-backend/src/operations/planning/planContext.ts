import { NotFoundError } from '@backstage/errors';
import {
  isDeployKind,
  PlanBlocker,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { brokerBlockers } from '../../domain/brokerAbilities';
import { AcceptedBroker, BrokerFacts } from '../../domain/BrokerFacts';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { Inspection } from '../../domain/Inspection';
import { levelOf, OldToken } from '../../domain/planning/OldToken';
import { RequestContext } from '../../domain/policyViolations';
import { GatewayError } from '../../ports/GatewayError';
import { PlannerOptions } from './PlannerOptions';

/** The environments that run on a token. */
export interface Users {
  isCredential: boolean;
  /** Those other than the one that the plan is for. */
  otherEnvironments: string[];
}

/** @throws NotFoundError when no environment of this name is configured */
export function environmentOf(
  environments: EnvironmentSettings[],
  name: string,
): EnvironmentSettings {
  const found = environments.find(each => each.name === name);
  if (!found) {
    throw new NotFoundError(`There is no environment "${name}"`);
  }
  return found;
}

/** What requests for an environment are judged by. */
export function contextOf(
  environment: EnvironmentSettings,
  { targets, now }: Pick<PlannerOptions, 'targets' | 'now'>,
  isCredential: boolean,
): RequestContext {
  const isKnownTarget = (name: string) => targets.get(name) !== undefined;
  return { environment, now: now(), isKnownTarget, isCredential };
}

/** The environments whose portals were last seen to run on an access token of a host. */
export function environmentsOn(
  host: string | undefined,
  { kind, id }: OldToken['ref'],
  inspections: Inspection[],
): string[] {
  return isDeployKind(kind) || host === undefined
    ? []
    : inspections
        .filter(
          ({ file, observed }) =>
            file?.host === host && observed?.tokenId === id,
        )
        .map(({ environment }) => environment);
}

/** Why the broker cannot revoke a token; nothing where it can. */
export function revokeBlockers(
  facts: BrokerFacts,
  old: OldToken,
  { access, now }: { access: number | null | undefined; now: Date },
): PlanBlocker[] {
  return brokerBlockers(
    facts,
    {
      action: 'revoke',
      kind: old.ref.kind,
      accessLevel: access,
      tokenLevel: levelOf(old.role),
      userId: old.userId,
    },
    now,
  );
}

/** Whether a token is the one that the broker itself is. */
export function isBroker(
  facts: BrokerFacts,
  { ref }: OldToken,
): facts is AcceptedBroker {
  return (
    facts.outcome === 'accepted' &&
    facts.source === 'broker' &&
    facts.tokenId === ref.id &&
    !isDeployKind(ref.kind)
  );
}

/** Whether GitLab has refused the credential that spoke, which the facts did not know yet. */
export function isSpeakerRefused(error: unknown): boolean {
  return (
    error instanceof GatewayError &&
    error.code.startsWith('GATEWAY_CREDENTIAL_')
  );
}
