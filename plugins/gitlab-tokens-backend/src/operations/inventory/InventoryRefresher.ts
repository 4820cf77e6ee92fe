import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Owner,
  Problem,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { ConnectBroker } from '../../ports/BrokerGateway';
import { CatalogEntities, GitlabEntity } from '../../ports/CatalogEntities';
import {
  CredentialStore,
  CredentialStoreError,
} from '../../ports/CredentialStore';
import { ConnectDirectory } from '../../ports/DirectoryGateway';
import { GatewayError } from '../../ports/GatewayError';
import { ConnectGitlab } from '../../ports/GitlabGateway';
import {
  EntityOwners,
  EVERYBODY,
  InventoryWriter,
} from '../../ports/InventoryWriter';
import { ConnectTokens } from '../../ports/TokenGateway';
import { MISSING_TOKEN } from '../problems';
import { claimedElsewhere } from './claimedElsewhere';
import { findOwners, FoundOwners } from './findOwners';
import { listingProblem } from './inventoryProblems';
import { InventorySession } from './InventorySession';
import { listEverybody } from './listEverybody';
import { familiesOf, listOwner } from './listOwner';

/** What the refresher works with. */
export interface InventoryRefresherOptions {
  environments: EnvironmentSettings[];
  credentials: CredentialStore;
  connect: ConnectGitlab;
  connectBroker: ConnectBroker;
  connectDirectory: ConnectDirectory;
  connectTokens: ConnectTokens;
  writer: InventoryWriter;
  entities: CatalogEntities;
  logger: LoggerService;
  /** Milliseconds for one environment; ten minutes where left out. What is not reached has its turn first next time. */
  timeLimit?: number;
  /** How many owners are listed side by side; 4 where left out. */
  concurrency?: number;
}

/**
 * Keeps the inventory of tokens up to date: a file, a GitLab or an owner that fails keeps its last rows, and the reason
 * is written down with the owner. Nothing here throws but a broken database.
 */
export class InventoryRefresher {
  readonly #options: InventoryRefresherOptions;

  constructor(options: InventoryRefresherOptions) {
    this.#options = options;
  }

  /** Refreshes all environments, one after the other. */
  async refreshAll(signal?: AbortSignal): Promise<void> {
    const { environments, writer } = this.#options;
    await writer.keepEnvironments(environments.map(({ name }) => name));
    const entities = await this.#entities();
    const hosts = new Set<string>();
    const entityOwners: EntityOwners[] = [];
    for (const environment of environments) {
      await this.#refresh(environment, { entities, signal }, found => {
        hosts.add(found.host);
        entityOwners.push(...found.entityOwners);
      });
    }
    if (entities) {
      await writer.replaceEntityOwners([...hosts], entityOwners);
    }
  }

  async refreshEnvironment(
    environment: EnvironmentSettings,
    signal?: AbortSignal,
  ): Promise<void> {
    const entities = await this.#entities();
    await this.#refresh(environment, { entities, signal });
  }

  /**
   * Lists the tokens of some owners anew, after something was done to them.
   *
   * @param owners - of tokens of a group's service accounts, the group
   */
  async refreshOwners(
    environment: EnvironmentSettings,
    owners: Owner[],
  ): Promise<void> {
    await this.#withSession(environment, undefined, async session => {
      for (const owner of owners) {
        await listOwner(session, owner, familiesOf(owner));
      }
    });
  }

  async #refresh(
    environment: EnvironmentSettings,
    from: { entities?: GitlabEntity[]; signal?: AbortSignal },
    onFound: (found: FoundOwners & { host: string }) => void = () => {},
  ): Promise<void> {
    await this.#withSession(environment, from.signal, async session => {
      const { writer, host } = session;
      const found = await findOwners(session, {
        paths: environment.owners,
        claimed: await claimedElsewhere(environment, host, this.#options),
        entities: from.entities,
        known: await writer.attempts(environment.name),
      });
      onFound({ ...found, host });
      await writer.keepOwners(environment.name, found.owners);
      await this.#listOwners(session);
      for (const { owner, problem } of found.problems) {
        await writer.noteProblem(environment.name, problem, [owner]);
      }
    });
  }

  /** Whoever was asked longest ago first, a few at a time. */
  async #listOwners(session: InventorySession): Promise<void> {
    const { writer, environment } = session;
    const attempts = await writer.attempts(environment);
    const owners = attempts.map(({ owner }) => owner);
    const waiting = owners.values();
    let failure: unknown;
    const worker = async () => {
      for (const owner of waiting) {
        try {
          await this.#list(session, owner, owners);
        } catch (error) {
          failure ??= error;
        }
        if (failure) {
          return;
        }
      }
    };
    const { concurrency = 4 } = this.#options;
    await Promise.all(Array.from({ length: concurrency }, worker));
    if (failure) {
      throw failure;
    }
  }

  async #list(
    session: InventorySession,
    owner: Owner,
    all: Owner[],
  ): Promise<void> {
    if (owner.id > 0) {
      const isListed = session.self.isAdmin && owner.type !== 'user';
      const families = isListed ? (['deploy'] as const) : familiesOf(owner);
      await listOwner(session, owner, [...families]);
    } else if (owner.path === EVERYBODY.path) {
      await listEverybody(session, all);
    }
  }

  async #withSession(
    environment: EnvironmentSettings,
    signal: AbortSignal | undefined,
    work: (session: InventorySession) => Promise<void>,
  ): Promise<void> {
    const limit = AbortSignal.timeout(this.#options.timeLimit ?? 10 * 60_000);
    const signals = signal ? [limit, signal] : [limit];
    try {
      const session = await this.#open(environment, AbortSignal.any(signals));
      if (session) {
        await work(session);
      }
    } catch (error) {
      if (!(error instanceof GatewayError)) {
        throw error;
      }
      if (!limit.aborted && !signal?.aborted) {
        await this.#fail(environment, listingProblem(error));
      }
    }
  }

  async #open(
    environment: EnvironmentSettings,
    signal: AbortSignal,
  ): Promise<InventorySession | undefined> {
    const { credentials, writer } = this.#options;
    try {
      const { instance, broker, token } = await credentials.read(environment);
      const speaker = broker ?? token;
      if (!speaker) {
        await this.#fail(environment, MISSING_TOKEN);
        return undefined;
      }
      const access = [instance, speaker, signal] as const;
      const { connect, connectBroker } = this.#options;
      return {
        environment: environment.name,
        host: instance.host,
        gitlab: connect(...access),
        directory: this.#options.connectDirectory(...access),
        tokens: this.#options.connectTokens(...access),
        self: await connectBroker(...access).describe(),
        writer,
        signal,
      };
    } catch (error) {
      if (!(error instanceof CredentialStoreError)) {
        throw error;
      }
      const { code, message, action } = error;
      await this.#fail(environment, { code, message, action });
      return undefined;
    }
  }

  async #fail({ name }: EnvironmentSettings, problem: Problem): Promise<void> {
    const { writer, logger } = this.#options;
    await writer.noteProblem(name, problem);
    const { code, message } = problem;
    logger.info(`The tokens of ${name} could not be listed: ${message}`, {
      environment: name,
      code,
    });
  }

  async #entities(): Promise<GitlabEntity[] | undefined> {
    const entities: GitlabEntity[] = [];
    try {
      for await (const batch of this.#options.entities.list()) {
        entities.push(...batch);
      }
      return entities;
    } catch (error) {
      this.#options.logger.warn(
        `The catalog could not be read; what it told the last time stays: ${error}`,
      );
      return undefined;
    }
  }
}
