import {
  AcceptedBroker,
  accessTo,
  BrokerFacts,
  WantedOwner,
} from '../../domain/BrokerFacts';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { BrokerFactsStore } from '../../ports/BrokerFactsStore';
import { BrokerGateway, ConnectBroker } from '../../ports/BrokerGateway';
import {
  CredentialStore,
  CredentialStoreError,
  StoredCredential,
} from '../../ports/CredentialStore';
import { unlessRefused } from '../unlessRefused';
import { NO_BROKER, fileProblem, gatewayBlocker } from './brokerProblems';

/** Milliseconds for all answers of one look. */
const TIME_LIMIT = 20_000;

/** Milliseconds for which facts are taken as they were. */
const FRESH = 60 * 60_000;

/** The facts, and what the environment's file holds; null where it cannot be opened. */
export interface BrokerLook {
  facts: BrokerFacts;
  stored: StoredCredential | null;
}

/**
 * Finds out what the broker of an environment is and may, and keeps that, so that planning costs GitLab no requests
 * while the facts are fresh. Where the file holds no broker, it is the credential that is looked at.
 */
export class BrokerInspector {
  constructor(
    private readonly options: {
      credentials: CredentialStore;
      connectBroker: ConnectBroker;
      store: BrokerFactsStore;
      now: () => Date;
    },
  ) {}

  /**
   * The facts of an environment's broker: those that are kept, where they are of the same file and younger than
   * `maxAge`, and else GitLab's answer. What stands in the way is a fact, too.
   *
   * @param wanted - `owner`: a group or project that the broker's role in is wanted; the facts lack it where the broker
   * does not see it. `maxAge`: milliseconds, an hour where left out
   */
  async facts(
    environment: EnvironmentSettings,
    wanted: { owner?: WantedOwner; maxAge?: number } = {},
  ): Promise<BrokerFacts> {
    return (await this.look(environment, wanted)).facts;
  }

  /** The same, with what the file holds. */
  async look(
    environment: EnvironmentSettings,
    wanted: { owner?: WantedOwner; maxAge?: number } = {},
  ): Promise<BrokerLook> {
    const { owner, maxAge = FRESH } = wanted;
    return this.#look(environment, owner ? [owner] : [], maxAge);
  }

  /** Asks GitLab anew, also for the broker's role in all owners of the environment. */
  async refresh(environment: EnvironmentSettings): Promise<BrokerFacts> {
    const owners = environment.owners.map(path => ({ path }));
    return (await this.#look(environment, owners, 0)).facts;
  }

  async #look(
    environment: EnvironmentSettings,
    wanted: WantedOwner[],
    maxAge: number,
  ): Promise<BrokerLook> {
    const { store } = this.options;
    let stored: StoredCredential;
    try {
      stored = await this.options.credentials.read(environment);
    } catch (error) {
      if (!(error instanceof CredentialStoreError)) {
        throw error;
      }
      const facts = this.#problem(environment, undefined, fileProblem(error));
      await store.save(facts);
      return { facts, stored: null };
    }
    const last = await store.get(environment.name);
    const known =
      last && this.#isFresh(last, stored, maxAge) ? last : undefined;
    const facts = await this.#complete(environment, stored, { known, wanted });
    if (facts !== known && !isPassing(facts)) {
      await store.save(facts);
    }
    return { facts, stored };
  }

  #isFresh(
    facts: BrokerFacts,
    stored: StoredCredential,
    maxAge: number,
  ): boolean {
    const age = this.options.now().getTime() - Date.parse(facts.observedAt);
    return (
      facts.outcome === 'accepted' &&
      facts.fileDigest === stored.digest &&
      age < maxAge
    );
  }

  async #complete(
    environment: EnvironmentSettings,
    stored: StoredCredential,
    { known, wanted }: { known?: BrokerFacts; wanted: WantedOwner[] },
  ): Promise<BrokerFacts> {
    const speaker = stored.broker ?? stored.token;
    if (!speaker) {
      return this.#problem(environment, stored, NO_BROKER);
    }
    const signal = AbortSignal.timeout(TIME_LIMIT);
    const { instance } = stored;
    const gateway = this.options.connectBroker(instance, speaker, signal);
    try {
      let facts = known ?? (await this.#describe(environment, stored, gateway));
      for (const owner of wanted) {
        facts = await withOwner(facts, owner, gateway);
      }
      return facts;
    } catch (error) {
      return this.#problem(environment, stored, gatewayBlocker(error));
    }
  }

  async #describe(
    environment: EnvironmentSettings,
    stored: StoredCredential,
    gateway: BrokerGateway,
  ): Promise<AcceptedBroker> {
    const [self, enterprise] = await Promise.all([
      gateway.describe(),
      unlessRefused(gateway.isEnterprise()),
    ]);
    const { tokenId, userId, username, isAdmin, isBot, scopes } = self;
    return {
      ...this.#base(environment, stored),
      outcome: 'accepted',
      ...{ tokenId, userId, username, isAdmin, isBot, scopes },
      expiresAt: self.expiresAt,
      enterprise: enterprise ?? null,
    };
  }

  #problem(
    environment: EnvironmentSettings,
    stored: StoredCredential | undefined,
    problem: typeof NO_BROKER,
  ): BrokerFacts {
    const base = this.#base(environment, stored);
    return { ...base, outcome: 'problem', problem };
  }

  #base({ name }: EnvironmentSettings, stored: StoredCredential | undefined) {
    return {
      environment: name,
      source: stored?.broker ? ('broker' as const) : ('credential' as const),
      fileDigest: stored?.digest ?? null,
      observedAt: this.options.now().toISOString(),
      owners: [],
    };
  }
}

/** What will mostly be over soon is not kept in place of what is known. */
function isPassing(facts: BrokerFacts): boolean {
  return facts.outcome === 'problem' && facts.problem.code === 'BROKER_UNKNOWN';
}

async function withOwner(
  facts: BrokerFacts,
  wanted: WantedOwner,
  gateway: BrokerGateway,
): Promise<BrokerFacts> {
  if (accessTo(facts, wanted)) {
    return facts;
  }
  const types = wanted.type ? [wanted.type] : (['group', 'project'] as const);
  for (const type of types) {
    const { path } = wanted;
    const found = await unlessRefused(gateway.accessLevel({ type, path }));
    if (found) {
      const { resource, accessLevel } = found;
      return {
        ...facts,
        owners: [...facts.owners, { ...resource, accessLevel }],
      };
    }
  }
  return facts;
}
