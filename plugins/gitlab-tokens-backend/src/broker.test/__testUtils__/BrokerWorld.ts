import { mockServices } from '@backstage/backend-test-utils';
import {
  GitlabEmulator,
  startGitlabEmulator,
} from '@gitlab-tokens/gitlab-emulator';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import knexFactory, { Knex } from 'knex';
import { tmpdir } from 'os';
import { join } from 'path';
import { anEnvironment } from '../../__testUtils__/builders';
import {
  credentialFile,
  DEMO_KEY_FILE,
  writeSopsFile,
} from '../../__testUtils__/sopsFiles';
import { KnexLedger } from '../../adapters/database/KnexLedger';
import { migratedDatabase } from '../../adapters/database/migrate';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { Operation } from '../../domain/Operation';
import { assembleEngine, Engine, EngineOptions } from './engine';
import { organisation, START, VALUES } from './organisation';
import { createPlanner, PlannedRequest } from './planning';
import { RecordingLogger } from './RecordingLogger';
import { Scenario } from './scenarios';
import { watchRequests } from './watching';

const FILE = 'dev.enc.yaml';

/** Milliseconds after which the lease of a process that has died is over. */
const LEASE = 120_000;

/** What is filled while operations are planned and carried out. */
export const TABLES = [
  'gitlab_tokens_operations',
  'gitlab_tokens_leases',
  'gitlab_tokens_brokers',
  'gitlab_tokens_inspections',
  'gitlab_tokens_inventory',
  'gitlab_tokens_owners',
];

/** A GitLab, a database, a SOPS file and a clock, in which operations are carried out and interrupted. */
export class BrokerWorld {
  readonly logger = new RecordingLogger();
  readonly directory = mkdtempSync(join(tmpdir(), 'broker-'));
  readonly databaseFile = join(this.directory, 'ledger.sqlite');
  gitlab!: GitlabEmulator;
  knex!: Knex;
  ledger!: KnexLedger;
  environment: EnvironmentSettings = anEnvironment();
  readonly now = () => new Date(this.#time);
  readonly #plans = new Map<string, PlannedRequest>();
  readonly #files = new Map<string, string>();
  /** Requests that GitLab was kept from answering. */
  dropped = 0;
  #time = 0;
  #unwatch = () => {};

  async start(knex?: Knex): Promise<void> {
    process.env.SOPS_AGE_KEY_FILE = DEMO_KEY_FILE;
    this.#unwatch = watchRequests();
    this.gitlab = await startGitlabEmulator({ seed: organisation('-') });
    this.knex =
      knex ??
      knexFactory({
        client: 'better-sqlite3',
        connection: this.databaseFile,
        useNullAsDefault: true,
      });
    await migratedDatabase(mockServices.database({ knex: this.knex }));
    if (!knex) {
      // What is killed here is the process and never the machine: nothing has to wait for the disk.
      await this.knex.raw('pragma journal_mode = wal');
      await this.knex.raw('pragma synchronous = off');
    }
    this.ledger = new KnexLedger(this.knex, this.now);
  }

  async stop(): Promise<void> {
    delete process.env.SOPS_AGE_KEY_FILE;
    this.#unwatch();
    await this.gitlab?.stop();
    await this.knex?.destroy();
    rmSync(this.directory, { recursive: true });
  }

  get engineOptions(): EngineOptions {
    const { knex, directory, logger, now } = this;
    return { knex, directory, logger, now, environments: [this.environment] };
  }

  /** One more backend process. */
  engine(): Engine {
    return assembleEngine(this.engineOptions);
  }

  get file(): string {
    return join(this.directory, FILE);
  }

  /** Everything as it was before the operation. */
  async reset({ file, environment }: Scenario): Promise<void> {
    const { declared, ...overrides } = environment ?? {};
    const base = anEnvironment(overrides);
    this.environment = { ...base, declared: declared ?? {} };
    const content = this.#content(file);
    writeFileSync(this.file, content);
    await this.gitlab.seed(organisation(content));
    await this.#emptyTables();
    this.logger.lines = [];
    this.dropped = 0;
    this.#time = Date.parse(START);
  }

  /** The real planner's plan, which is the same for every repetition. */
  async planned(scenario: Scenario): Promise<PlannedRequest> {
    const known = this.#plans.get(scenario.name);
    if (known) {
      return known;
    }
    await this.reset(scenario);
    const planner = await createPlanner(this.engine(), this.environment);
    const planned = await scenario.plan(planner);
    this.#plans.set(scenario.name, planned);
    return planned;
  }

  /** Begins anew and opens the operation, which nobody has taken up yet. */
  async open(scenario: Scenario): Promise<Operation> {
    const { tokenId, ...planned } = await this.planned(scenario);
    await this.reset(scenario);
    return this.ledger.open({
      ...planned,
      id: 'c6b1f0a2-7e4d-4d5b-9d3e-5a1b2c3d4e5f',
      requestedBy: 'user:default/dana',
    });
  }

  async moveTo(time: number): Promise<void> {
    this.#time = Math.max(this.#time, time);
    await this.gitlab.setClock(this.now());
  }

  /** On to the moment at which something can happen again: nobody holds the operation, and its waiting is over. */
  async moveOn({ lease, notBefore }: Operation): Promise<void> {
    await this.moveTo(
      Math.max(
        this.#time + 1_000,
        lease ? Math.min(Date.parse(lease.until), this.#time + LEASE) : 0,
        notBefore ? Date.parse(notBefore) : 0,
      ),
    );
  }

  /** Waits until GitLab has done what nobody waits for any more. */
  async quiet(): Promise<void> {
    for (let waited = 0; waited < 200; waited++) {
      const open = this.gitlab
        .requests()
        .filter(({ status }) => status === null).length;
      if (open <= this.dropped) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }

  #content({ token, broker }: Scenario['file']): string {
    const key = `${token} ${broker}`;
    const known = this.#files.get(key);
    if (known) {
      return known;
    }
    const { url } = this.gitlab;
    const plain = credentialFile({
      url,
      token: token && VALUES[token],
      broker: broker ? VALUES[broker] : undefined,
    });
    writeSopsFile(this.file, plain);
    const content = readFileSync(this.file, 'utf8');
    this.#files.set(key, content);
    return content;
  }

  async #emptyTables(): Promise<void> {
    for (const table of TABLES) {
      await this.knex(table).delete();
    }
  }
}
