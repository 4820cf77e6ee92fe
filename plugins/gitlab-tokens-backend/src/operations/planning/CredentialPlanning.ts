import {
  DeclaredCredential,
  ownerTypeOf,
  RotateRequest,
  Violation,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { accessTo } from '../../domain/BrokerFacts';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { Inspection } from '../../domain/Inspection';
import { closedPlan } from '../../domain/planning/closedPlan';
import { resourcePlace } from '../../domain/planning/NextToken';
import { OldToken } from '../../domain/planning/OldToken';
import { PlannedOperation } from '../../domain/PlannedOperation';
import { isUserKind, rotateViolations } from '../../domain/policyViolations';
import { dayFrom, tokenViolations } from '../../domain/tokenPolicy';
import { StoredCredential } from '../../ports/CredentialStore';
import { refuseViolations } from '../ViolationsError';
import { BrokerLook } from './BrokerInspector';
import { NO_BROKER } from './brokerProblems';
import { CredentialReading, ReadCredential } from './CredentialReading';
import { IssuePlanning } from './IssuePlanning';
import { contextOf, environmentsOn, isSpeakerRefused } from './planContext';
import { PlannerOptions } from './PlannerOptions';
import { RotationOf, RotationPlanning } from './RotationPlanning';
import { UserPlaces } from './UserPlaces';

/** A look at a file that opens here. */
type OpenLook = BrokerLook & { stored: StoredCredential };

/** Plans the rotation of what a portal runs on. */
export class CredentialPlanning {
  constructor(
    private readonly options: PlannerOptions,
    private readonly parts: {
      issues: IssuePlanning;
      rotations: RotationPlanning;
      reading: CredentialReading;
      users: UserPlaces;
    },
  ) {}

  /**
   * The rotation of an environment's credential. Where there is none, or none that GitLab would tell anything of, it is
   * the issue of the declared one.
   *
   * @throws ViolationsError, GatewayError
   */
  async plan(
    environment: EnvironmentSettings,
    request: RotateRequest,
  ): Promise<PlannedOperation> {
    const { brokers, inspections } = this.options;
    const { declared, name } = environment;
    const context = contextOf(environment, this.options, true);
    refuseViolations(rotateViolations(request, declared.kind, context));
    const { facts, stored } = await brokers.look(environment, {
      owner: declaredOwner(declared),
    });
    const known = await inspections.list();
    const inspection = known.find(it => it.environment === name);
    if (!stored) {
      const blocker = facts.outcome === 'problem' ? facts.problem : NO_BROKER;
      const kind = 'rotate';
      return closedPlan(environment, inspection, { kind, blocker });
    }
    if (!stored.token) {
      return this.#issue(environment, request, { facts, stored });
    }
    const { look, ...read } = await this.#read(
      environment,
      { facts, stored },
      inspection,
    );
    const { old } = read;
    if (!old) {
      return this.#issue(environment, request, look);
    }
    const access = read.access ?? (await this.#accessTo(environment, old));
    const using = environmentsOn(stored.instance.host, old.ref, known);
    return this.parts.rotations.plan({
      ...{ environment, request, look, old, access },
      next: await this.#nextPlace(environment, look, { old, access }),
      users: {
        isCredential: true,
        otherEnvironments: using.filter(it => it !== name),
      },
      blockers: [],
    });
  }

  /** Facts that turn out to be out of date are asked for anew. */
  async #read(
    environment: EnvironmentSettings,
    look: OpenLook,
    inspection: Inspection | undefined,
  ): Promise<ReadCredential & { look: OpenLook }> {
    const { reading } = this.parts;
    try {
      return { ...(await reading.run(environment, look, inspection)), look };
    } catch (error) {
      if (!isSpeakerRefused(error)) {
        throw error;
      }
      const { brokers } = this.options;
      const facts = await brokers.facts(environment, { maxAge: 0 });
      const now = { ...look, facts };
      return {
        ...(await reading.run(environment, now, inspection)),
        look: now,
      };
    }
  }

  async #issue(
    environment: EnvironmentSettings,
    request: RotateRequest,
    look: OpenLook,
  ): Promise<PlannedOperation> {
    const { name, rotation, policy } = environment;
    const now = this.options.now();
    const { issues } = this.parts;
    const expiresAt =
      request.expiresAt ?? dayFrom(now, rotation.expirationDays);
    const token = { ...declaredToken(environment), expiresAt };
    const { kind, owner, scopes, role = null } = token;
    refuseViolations(tokenViolations({ scopes, role }, { ...policy, kind }));
    // Whoever makes it by hand need not be known here.
    const isByHand =
      kind === 'personal' &&
      !(look.facts.outcome === 'accepted' && look.facts.isAdmin);
    return issues.plan({
      environment,
      look,
      subject: `credential ${look.stored.instance.host} ${name}`,
      token,
      at: isByHand
        ? undefined
        : await issues.placeOf(environment, { kind, owner, look }),
      deliver: request.deliver ?? rotation.deliver,
      isCredential: true,
    });
  }

  /** The broker's role where the old token lives, if that is elsewhere than where the declared one would. */
  async #accessTo(
    environment: EnvironmentSettings,
    { owner }: OldToken,
  ): Promise<number | null | undefined> {
    if (!owner || owner.type === 'user' || owner.path === null) {
      return undefined;
    }
    const { type, path } = owner;
    const facts = await this.options.brokers.facts(environment, {
      owner: { type, path },
    });
    return accessTo(facts, { type, path })?.accessLevel;
  }

  /** Where the declared token would live; undefined where the broker does not see that. */
  async #nextPlace(
    environment: EnvironmentSettings,
    look: BrokerLook,
    { old, access }: ReadCredential & { old: OldToken },
  ): Promise<RotationOf['next']> {
    const { declared } = environment;
    const kind = declared.kind ?? old.ref.kind;
    const path = declared.owner ?? old.owner?.path ?? old.username;
    const type = ownerTypeOf(kind);
    const isSamePlace =
      kind === old.ref.kind && (!declared.owner || isOf(old, declared.owner));
    if (isSamePlace && old.owner) {
      const { id, ...home } = old.ref;
      return { place: { home, owner: old.owner }, access };
    }
    if (type !== 'user' && path) {
      const owner = { type, path };
      const { facts } = accessTo(look.facts, owner)
        ? look
        : await this.options.brokers.look(environment, { owner });
      const found = accessTo(facts, owner);
      const place = found && resourcePlace(kind, found);
      return place && { place, access: found.accessLevel };
    }
    const found =
      path && isUserKind(kind)
        ? await this.parts.users.find(environment, kind, path)
        : undefined;
    return found && { place: found.place, access: found.accessLevel };
  }
}

function isOf({ owner, username }: OldToken, declared: string): boolean {
  const wanted = declared.toLocaleLowerCase('en');
  return [owner?.path, username].some(
    it => it?.toLocaleLowerCase('en') === wanted,
  );
}

function declaredOwner({ kind, owner }: DeclaredCredential) {
  return owner && (kind === 'group' || kind === 'project')
    ? { type: kind, path: owner }
    : undefined;
}

/** What is declared of a credential that does not exist; a token cannot be made of less. */
function declaredToken({ name: environment, declared }: EnvironmentSettings) {
  const { kind, owner, name, role, scopes } = declared;
  const isPersonal = kind === 'personal';
  const lacking = (
    [
      ['kind', 'WRONG_KIND', kind],
      ['owner', 'OWNER_UNKNOWN', isPersonal || owner],
      ['name', 'NAME_EMPTY', name],
      ['scopes', 'MISSING_SCOPE', scopes],
    ] as const
  ).filter(([, , value]) => !value);
  const violations = lacking.map(
    ([key, code]): Violation => ({
      code,
      field: `gitlabTokens.environments.${environment}.credential.${key}`,
      found: null,
      allowed: [],
      message: `The credential of ${environment} does not exist, and the configuration does not declare its ${key}, without which it cannot be made`,
    }),
  );
  refuseViolations(violations);
  return {
    kind: kind!,
    owner: owner ?? '',
    name: name!,
    scopes: scopes!,
    role,
  };
}
