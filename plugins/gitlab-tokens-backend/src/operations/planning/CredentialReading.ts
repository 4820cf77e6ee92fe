import { ObservedCredential } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { BrokerFacts } from '../../domain/BrokerFacts';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { Inspection } from '../../domain/Inspection';
import {
  homeOf,
  levelOf,
  oldCredential,
  OldToken,
  TokenReading,
  withReading,
} from '../../domain/planning/OldToken';
import { TokenHome } from '../../domain/TokenRef';
import { StoredCredential } from '../../ports/CredentialStore';
import { GatewayError } from '../../ports/GatewayError';
import { GitlabToken } from '../../ports/TokenGateway';
import { observeCredential } from '../observeCredential';
import { unlessRefused } from '../unlessRefused';
import { BrokerLook } from './BrokerInspector';
import { revokeBlockers } from './planContext';
import { PlannerOptions, TIME_LIMIT } from './PlannerOptions';
import { speakerOf, UserPlaces } from './UserPlaces';

/** The credential of an environment, and what was known of it before. */
export interface ReadCredential {
  /** Undefined where GitLab refuses a value of which nobody knows which token it was. */
  old: OldToken | undefined;
  /** The broker's access level where it lives; undefined: not known. */
  access: number | null | undefined;
}

/**
 * Reads what an environment's credential is now, by one request: the broker's look at it where the last inspection
 * tells which token it is, and else what the token says of itself. Only a file that was never inspected as it is takes
 * an inspection's requests.
 */
export class CredentialReading {
  constructor(
    private readonly options: Pick<
      PlannerOptions,
      'connect' | 'connectTokens' | 'now'
    >,
    private readonly users: UserPlaces,
  ) {}

  /** @throws GatewayError where GitLab gives no usable answer now */
  async run(
    environment: EnvironmentSettings,
    { facts, stored }: BrokerLook & { stored: StoredCredential },
    inspection: Inspection | undefined,
  ): Promise<ReadCredential> {
    const isSameFile = inspection?.file?.digest === stored.digest;
    const observed = (isSameFile && inspection?.observed) || undefined;
    const known = observed && (await this.#known(environment, observed, facts));
    if (!known) {
      return this.#unknown(environment, stored, facts);
    }
    const reading =
      (await this.#byBroker(known, facts, stored)) ??
      (await this.#byItself(known.old, stored));
    return { ...known, old: withReading(known.old, reading) };
  }

  async #known(
    environment: EnvironmentSettings,
    observed: ObservedCredential,
    facts: BrokerFacts,
  ): Promise<(ReadCredential & { old: OldToken }) | undefined> {
    const { kind, username } = observed;
    if (kind === 'service-account' && username) {
      const found = await this.users.find(environment, kind, username);
      const home = found?.place.home ?? { kind, userId: observed.userId };
      return { old: oldCredential(observed, home), access: found?.accessLevel };
    }
    const home = homeOf(kind, observed);
    return (
      home && {
        old: oldCredential(withPath(observed, facts), home),
        access: accessAt(home, facts),
      }
    );
  }

  /** A file that nobody has inspected yet, or that has changed since. */
  async #unknown(
    environment: EnvironmentSettings,
    stored: StoredCredential,
    look: BrokerFacts,
  ): Promise<ReadCredential> {
    const signal = AbortSignal.timeout(TIME_LIMIT);
    const gateway = this.options.connect(
      stored.instance,
      stored.token!,
      signal,
    );
    const facts = await unlessDead(
      observeCredential(gateway, environment.declared),
    );
    const known =
      typeof facts === 'object' &&
      (await this.#known(environment, { ...facts, observedAt: '' }, look));
    return known || { old: undefined, access: undefined };
  }

  async #byBroker(
    { old, access }: ReadCredential & { old: OldToken },
    facts: BrokerFacts,
    stored: StoredCredential,
  ): Promise<TokenReading | undefined> {
    const { connectTokens, now } = this.options;
    const speaker = speakerOf(stored, facts);
    const isItself =
      facts.outcome === 'accepted' && facts.tokenId === old.ref.id;
    // Whoever may revoke a token may look at it, too.
    if (
      !speaker ||
      isItself ||
      revokeBlockers(facts, old, { access, now: now() }).length > 0
    ) {
      return undefined;
    }
    const signal = AbortSignal.timeout(TIME_LIMIT);
    const gateway = connectTokens(stored.instance, speaker, signal);
    return unlessRefused<GitlabToken>(gateway.show(old.ref));
  }

  async #byItself(
    old: OldToken,
    stored: StoredCredential,
  ): Promise<TokenReading> {
    const signal = AbortSignal.timeout(TIME_LIMIT);
    const { connect } = this.options;
    const gateway = connect(stored.instance, stored.token!, signal);
    const self = await unlessDead(gateway.self());
    const accessLevel = levelOf(old.role);
    if (typeof self === 'string') {
      return { ...old, accessLevel, state: self };
    }
    const { name, scopes, expiresAt, lastUsedAt } = self;
    const state = 'active';
    return { name, scopes, state, expiresAt, lastUsedAt, accessLevel };
  }
}

/** A token that may not look at its own owner does not know what that is called; the broker does. */
function withPath(
  observed: ObservedCredential,
  { owners }: BrokerFacts,
): ObservedCredential {
  const { owner } = observed;
  const seen = owners.find(
    ({ type, id }) => type === owner?.type && id === owner.id,
  );
  return owner && seen
    ? { ...observed, owner: { ...owner, path: seen.path } }
    : observed;
}

function accessAt(
  home: TokenHome,
  facts: BrokerFacts,
): number | null | undefined {
  const id =
    'groupId' in home ? home.groupId : 'projectId' in home && home.projectId;
  const type = 'groupId' in home ? 'group' : 'project';
  return facts.owners.find(it => it.type === type && it.id === id)?.accessLevel;
}

/**
 * What a refusal makes of a token. One that is refused without a reason counts as expired: it does not work, and may
 * still be there to be revoked.
 */
async function unlessDead<T>(
  answer: Promise<T>,
): Promise<T | 'expired' | 'revoked'> {
  try {
    return await answer;
  } catch (error) {
    const code = error instanceof GatewayError ? error.code : undefined;
    switch (code) {
      case 'GATEWAY_CREDENTIAL_REVOKED':
        return 'revoked';
      case 'GATEWAY_CREDENTIAL_EXPIRED':
      case 'GATEWAY_CREDENTIAL_REJECTED':
      case 'GATEWAY_FORBIDDEN':
      case 'GATEWAY_NOT_PERMITTED':
        return 'expired';
      default:
        throw error;
    }
  }
}
