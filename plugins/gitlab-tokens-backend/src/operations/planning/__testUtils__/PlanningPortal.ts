import { mockServices } from '@backstage/backend-test-utils';
import {
  GitlabEmulator,
  startGitlabEmulator,
} from '@gitlab-tokens/gitlab-emulator';
import { mkdtempSync, rmSync } from 'fs';
import knexFactory, { Knex } from 'knex';
import { tmpdir } from 'os';
import { join } from 'path';
import { anEnvironment } from '../../../__testUtils__/builders';
import { CANARIES } from '../../../__testUtils__/gitlab';
import { ListedToken } from '../../../__testUtils__/inventory';
import {
  credentialFile,
  writeSopsFile,
} from '../../../__testUtils__/sopsFiles';
import { KnexBrokerFacts } from '../../../adapters/database/KnexBrokerFacts';
import { KnexInspectionStore } from '../../../adapters/database/KnexInspectionStore';
import { KnexInventoryWriter } from '../../../adapters/database/KnexInventoryWriter';
import { KnexLeases } from '../../../adapters/database/KnexLeases';
import { KnexTokenInventory } from '../../../adapters/database/KnexTokenInventory';
import { migratedDatabase } from '../../../adapters/database/migrate';
import { CiVariableDeliveryTarget } from '../../../adapters/delivery/CiVariableDeliveryTarget';
import { DeliveryEnvironments } from '../../../adapters/delivery/DeliveryEnvironments';
import { DeliveryTargets } from '../../../adapters/delivery/DeliveryTargets';
import { RevealDeliveryTarget } from '../../../adapters/delivery/RevealDeliveryTarget';
import { SopsFileDeliveryTarget } from '../../../adapters/delivery/SopsFileDeliveryTarget';
import { GitlabConnector } from '../../../adapters/gitlab/GitlabConnector';
import { SopsCredentialStore } from '../../../adapters/sops/SopsCredentialStore';
import { SopsEscrow } from '../../../adapters/sops/SopsEscrow';
import { EnvironmentSettings } from '../../../domain/EnvironmentSettings';
import { Inspector } from '../../Inspector';
import { BrokerInspector } from '../BrokerInspector';
import { Planner } from '../Planner';
import { OutsideTarget } from './OutsideTarget';
import { PLANNING_SEED } from './planningSeed';

/** A portal that plans, made of the real parts: files of sops, a database in memory, and a GitLab over HTTP. */
export class PlanningPortal {
  readonly environments: EnvironmentSettings[] = [];
  /** What the portal's clock says. */
  now = new Date('2026-06-01T12:00:00Z');
  readonly #targets = new DeliveryTargets();
  readonly #connector = new GitlabConnector({
    retries: { attempts: 1 },
    now: () => this.now,
  });

  private constructor(
    readonly emulator: GitlabEmulator,
    readonly knex: Knex,
    readonly directory: string,
  ) {
    const environments = new DeliveryEnvironments(
      this.environments,
      this.#credentials,
    );
    const { connect, connectBroker, connectVariables } = this.#connector;
    this.#targets.add(new RevealDeliveryTarget());
    this.#targets.add(new OutsideTarget());
    this.#targets.add(
      new CiVariableDeliveryTarget({
        ...{ environments, connectBroker, connectVariables },
      }),
    );
    const leases = new KnexLeases(knex, () => this.now);
    this.#targets.add(
      new SopsFileDeliveryTarget({
        ...{ environments, directory, leases, connect },
      }),
    );
  }

  static async start(): Promise<PlanningPortal> {
    const emulator = await startGitlabEmulator({ seed: PLANNING_SEED });
    await emulator.setClock('2026-06-01T12:00:00Z');
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
    await migratedDatabase(mockServices.database({ knex }));
    const directory = mkdtempSync(join(tmpdir(), 'planning-'));
    return new PlanningPortal(emulator, knex, directory);
  }

  async stop(): Promise<void> {
    rmSync(this.directory, { recursive: true });
    await this.knex.destroy();
    await this.emulator.stop();
  }

  get host(): string {
    return new URL(this.emulator.url).host;
  }

  get inventory(): KnexTokenInventory {
    return new KnexTokenInventory(this.knex, { now: () => this.now });
  }

  get brokers(): BrokerInspector {
    return new BrokerInspector({
      credentials: this.#credentials,
      connectBroker: this.#connector.connectBroker,
      store: new KnexBrokerFacts(this.knex),
      now: () => this.now,
    });
  }

  get planner(): Planner {
    const { connect, connectTokens, connectDirectory } = this.#connector;
    return new Planner({
      environments: this.environments,
      credentials: this.#credentials,
      ...{ connect, connectTokens, connectDirectory },
      inspections: new KnexInspectionStore(this.knex),
      inventory: this.inventory,
      brokers: this.brokers,
      targets: this.#targets,
      escrow: new SopsEscrow({ directory: this.directory, recipients: [] }),
      now: () => this.now,
      randomId: () => 'random',
    });
  }

  get #credentials(): SopsCredentialStore {
    return new SopsCredentialStore(this.directory);
  }

  /** Adds an environment with its file; `inspected` where its last inspection is to be known, and the broker's facts. */
  async add(
    overrides: Partial<EnvironmentSettings>,
    file: {
      token?: string;
      broker?: string;
      rule?: Parameters<typeof writeSopsFile>[2];
    } = { token: CANARIES.dev, broker: CANARIES.broker },
    { inspected = true } = {},
  ): Promise<EnvironmentSettings> {
    const name = overrides.name ?? 'dev';
    const environment = anEnvironment({
      file: `${name}.enc.yaml`,
      ...overrides,
    });
    this.environments.push(environment);
    this.writeFile(environment, file);
    if (inspected) {
      await this.inspect(environment);
      await this.brokers.refresh(environment);
    }
    this.emulator.clearRequests();
    return environment;
  }

  writeFile(
    { file: name }: EnvironmentSettings,
    file: {
      token?: string;
      broker?: string;
      rule?: Parameters<typeof writeSopsFile>[2];
    },
  ): void {
    const { url } = this.emulator;
    const { token: value, broker, rule } = file;
    const content = credentialFile({ url, token: value, broker });
    writeSopsFile(join(this.directory, name), content, rule);
  }

  async inspect(environment: EnvironmentSettings): Promise<void> {
    const inspector = new Inspector({
      environments: this.environments,
      credentials: this.#credentials,
      connect: this.#connector.connect,
      inspections: new KnexInspectionStore(this.knex),
      logger: mockServices.logger.mock(),
      now: () => this.now,
    });
    await inspector.inspect(environment);
  }

  /** Puts tokens of dev into the inventory, as if their owners had just been listed. */
  async list(...tokens: ListedToken[]): Promise<void> {
    const writer = new KnexInventoryWriter(this.knex, () => this.now);
    const keyOf = ({ owner }: ListedToken) => `${owner.type} ${owner.id}`;
    for (const key of new Set(tokens.map(keyOf))) {
      const ofOwner = tokens.filter(each => keyOf(each) === key);
      const { owner, environment } = ofOwner[0];
      const { id, type } = owner;
      const listing = await writer.begin({
        ...{ environment, owner, host: this.host },
        families: ['access', 'deploy', 'service-account'],
      });
      await listing.add(
        ofOwner.map(each => ({ token: each, place: { id, type } })),
      );
      await listing.complete();
    }
  }

  /** The requests to GitLab since the last environment was added, as `GET /path`. */
  requests(): string[] {
    return this.emulator
      .requests()
      .map(({ method, path }) => `${method} ${path}`);
  }
}
