import { NotFoundError } from '@backstage/errors';
import {
  isDeployKind,
  PlanBlocker,
  RotateRequest,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { accessTo, BrokerFacts } from '../../domain/BrokerFacts';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { InventoryToken } from '../../domain/InventoryToken';
import { assemble } from '../../domain/planning/assemble';
import { tokenRevoked } from '../../domain/planning/modes';
import {
  OldToken,
  oldTokenOf,
  withReading,
} from '../../domain/planning/OldToken';
import { PlannedOperation } from '../../domain/PlannedOperation';
import {
  ownerViolations,
  rotateViolations,
} from '../../domain/policyViolations';
import { parseTokenRef, TokenRef, tokenSubject } from '../../domain/TokenRef';
import { StoredCredential } from '../../ports/CredentialStore';
import { GatewayError } from '../../ports/GatewayError';
import { refuseViolations } from '../ViolationsError';
import { BrokerLook } from './BrokerInspector';
import { CredentialPlanning } from './CredentialPlanning';
import {
  contextOf,
  environmentOf,
  environmentsOn,
  isSpeakerRefused,
  revokeBlockers,
} from './planContext';
import { PlannerOptions, TIME_LIMIT } from './PlannerOptions';
import { RotationPlanning } from './RotationPlanning';
import { speakerOf, UserPlaces } from './UserPlaces';

/** A token of the inventory, and who could do something about it. */
interface Found {
  environment: EnvironmentSettings;
  old: OldToken;
  look: BrokerLook;
  /** The broker's access level where it lives; undefined: not known. */
  access: number | null | undefined;
  /** The environments that run on it. */
  using: string[];
}

/** A credential that is its own broker is known as the credential before any inspection has seen it. */
function withItself(
  facts: BrokerFacts,
  { kind, id }: TokenRef,
  using: string[],
): string[] {
  const isItself =
    facts.outcome === 'accepted' &&
    facts.source === 'credential' &&
    !isDeployKind(kind) &&
    facts.tokenId === id;
  return isItself ? [...new Set([facts.environment, ...using])] : using;
}

/** Plans what is done to tokens of the inventory. */
export class InventoryPlanning {
  constructor(
    private readonly options: PlannerOptions,
    private readonly parts: {
      credentials: CredentialPlanning;
      rotations: RotationPlanning;
      users: UserPlaces;
    },
  ) {}

  /** @throws NotFoundError, ViolationsError, GatewayError */
  async planRotation(
    tokenRef: string,
    request: RotateRequest,
  ): Promise<PlannedOperation> {
    const found = await this.#find(tokenRef);
    const { environment, look, access, using } = found;
    const { environments } = this.options;
    if (using.length > 0) {
      const own = using.includes(environment.name);
      const name = own ? environment.name : using[0];
      const credentialOf = environmentOf(environments, name);
      return this.parts.credentials.plan(credentialOf, request);
    }
    const context = contextOf(environment, this.options, false);
    refuseViolations(rotateViolations(request, found.old.ref.kind, context));
    const { stored } = look;
    if (!stored) {
      return this.#revocation(found, 'rotate');
    }
    const { old, facts, blockers } = await this.#read(found, stored);
    const { id, ...home } = old.ref;
    return this.parts.rotations.plan({
      ...{ environment, request, old, access, blockers },
      look: { facts, stored },
      next: old.owner
        ? { place: { home, owner: old.owner }, access }
        : undefined,
      users: { isCredential: false, otherEnvironments: [] },
    });
  }

  /** @throws NotFoundError, ViolationsError */
  async planRevocation(tokenRef: string): Promise<PlannedOperation> {
    return this.#revocation(await this.#find(tokenRef), 'revoke');
  }

  #revocation(
    { environment, old, look, access, using }: Found,
    kind: 'revoke' | 'rotate',
  ): PlannedOperation {
    const { name } = environment;
    const now = this.options.now();
    const { facts, stored } = look;
    const host = stored?.instance.host ?? environment.host ?? 'unknown';
    return assemble({
      kind,
      environment: name,
      subject: tokenSubject(host, old.ref),
      tokenKind: old.ref.kind,
      owner: old.owner?.path ?? old.username,
      isCredential: using.includes(name),
      otherEnvironments: using.filter(it => it !== name),
      mode: null,
      otherMode: null,
      authority: facts.source,
      next: null,
      old,
      retiresOld: kind === 'revoke',
      gracePeriod: 0,
      deliveries: [],
      blockers: [
        ...(old.state === 'revoked' ? [tokenRevoked()] : []),
        ...revokeBlockers(facts, old, { access, now }),
      ],
    });
  }

  async #find(tokenRef: string): Promise<Found> {
    const { environments, inventory, inspections } = this.options;
    const ref = parseTokenRef(tokenRef)?.ref;
    const token = await inventory.get(tokenRef);
    if (!ref || !token) {
      throw new NotFoundError(`There is no token "${tokenRef}"`);
    }
    const environment = environmentOf(environments, token.environment);
    const { type, path } = token.owner;
    const isResource = type !== 'user' && path !== null;
    refuseViolations(
      isResource ? ownerViolations(token.kind, path, environment) : [],
    );
    const look = await this.options.brokers.look(
      environment,
      isResource ? { owner: { type, path } } : {},
    );
    const known = await inspections.list();
    const host =
      look.stored?.instance.host ??
      known.find(it => it.environment === environment.name)?.file?.host;
    return {
      environment,
      old: oldTokenOf(token, ref),
      look,
      access: isResource
        ? accessTo(look.facts, { type, path })?.accessLevel
        : await this.#userAccess(environment, token, ref),
      using: withItself(look.facts, ref, environmentsOn(host, ref, known)),
    };
  }

  async #userAccess(
    environment: EnvironmentSettings,
    token: InventoryToken,
    { kind }: TokenRef,
  ): Promise<number | null | undefined> {
    const { path } = token.owner;
    const found =
      kind === 'service-account' && path
        ? await this.parts.users.find(environment, kind, path)
        : undefined;
    return found?.accessLevel;
  }

  /** What the token is now, by one request; facts that turn out to be out of date are asked for anew. */
  async #read(
    { environment, old, look }: Found,
    stored: StoredCredential,
  ): Promise<{ old: OldToken; facts: BrokerFacts; blockers: PlanBlocker[] }> {
    const { facts } = look;
    const { brokers, connectTokens } = this.options;
    const speaker = speakerOf(stored, facts);
    if (!speaker || facts.outcome === 'problem') {
      return { old, facts, blockers: [] };
    }
    const signal = AbortSignal.timeout(TIME_LIMIT);
    const gateway = connectTokens(stored.instance, speaker, signal);
    try {
      const reading = await gateway.show(old.ref);
      return { old: withReading(old, reading), facts, blockers: [] };
    } catch (error) {
      const now = isSpeakerRefused(error)
        ? await brokers.facts(environment, { maxAge: 0 })
        : undefined;
      return now
        ? { old, facts: now, blockers: [] }
        : { old, facts, blockers: readBlockers(error) };
    }
  }
}

/** A broker that may not look is told by what it may; other failures are failures. */
function readBlockers(error: unknown): PlanBlocker[] {
  const code = error instanceof GatewayError ? error.code : undefined;
  switch (code) {
    case 'GATEWAY_NOT_FOUND':
      return [
        {
          code: 'TOKEN_GONE',
          message: 'GitLab does not have this token any more.',
          action: 'Issue a new one; the list of tokens follows by itself.',
        },
      ];
    case 'GATEWAY_NOT_PERMITTED':
    case 'GATEWAY_FORBIDDEN':
    case 'GATEWAY_INSUFFICIENT_SCOPE':
      return [];
    default:
      throw error;
  }
}
