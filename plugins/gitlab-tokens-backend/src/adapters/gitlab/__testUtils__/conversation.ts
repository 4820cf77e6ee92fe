import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import {
  FaultRule,
  GitlabEmulator,
  Seed,
  startGitlabEmulator,
} from '@gitlab-tokens/gitlab-emulator';
import { inspect } from 'util';
import { GatewayError } from '../../../ports/GatewayError';
import { GitlabInstance } from '../../../ports/GitlabGateway';
import { GitlabConnector } from '../GitlabConnector';

/** Values of the seed's tokens, which must never be seen outside. */
export const ADMIN = 'glpat-canary-admin-2c4d';
export const OWNER = 'glpat-canary-owner-77aa';
export const DEVELOPER = 'glpat-canary-developer-90b1';
export const STRANGER = 'glpat-canary-stranger-1f60';
export const BOT = 'glpat-canary-bot-5e5e';
export const ACCOUNT = 'glpat-canary-account-a1b2';
export const READER = 'glpat-canary-reader-66d0';

const token = { createdAt: '2026-05-01T00:00:00Z', expiresAt: '2026-12-31' };
const personal = { kind: 'personal' as const, ...token };
const api = { scopes: ['api'] };

/** An organisation with somebody in each role, on 2026-06-01. */
export const ORGANISATION: Seed = {
  now: '2026-06-01T12:00:00Z',
  settings: { enterprise: true },
  users: [
    { id: 1, username: 'root', admin: true },
    { id: 2, username: 'dana' },
    { id: 3, username: 'kim' },
    { id: 4, username: 'sam' },
    { id: 5, username: 'deployer', serviceAccount: true, groupId: 10 },
  ],
  groups: [
    {
      id: 10,
      path: 'example-org',
      members: [
        { userId: 2, accessLevel: 50 },
        { userId: 3, accessLevel: 30 },
      ],
    },
  ],
  projects: [
    {
      id: 20,
      path: 'portal',
      groupId: 10,
      files: [{ path: 'sops/dev.yaml', content: 'token: ENC[old]\r\nä\n' }],
    },
  ],
  tokens: [
    { id: 100, userId: 1, name: 'admin', value: ADMIN, ...api, ...personal },
    { id: 101, userId: 2, name: 'owner', value: OWNER, ...api, ...personal },
    { id: 102, userId: 3, name: 'dev', value: DEVELOPER, ...api, ...personal },
    { id: 103, userId: 4, name: 'none', value: STRANGER, ...api, ...personal },
    {
      id: 104,
      kind: 'group',
      groupId: 10,
      accessLevel: 40,
      name: 'bot',
      value: BOT,
      ...api,
      ...token,
    },
    {
      id: 105,
      kind: 'service-account',
      userId: 5,
      name: 'account',
      value: ACCOUNT,
      ...api,
      ...token,
    },
    {
      id: 106,
      userId: 2,
      name: 'reader',
      scopes: ['read_user'],
      value: READER,
      ...personal,
    },
  ],
};

/** What leaves it open whether something was done. */
export const UNKNOWN_OUTCOMES: FaultRule['fault'][] = [
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 502, body: '<html>' },
  { kind: 'status', status: 504 },
  { kind: 'status', status: 201, body: 'no JSON' },
];

/** An emulator for the tests of a file, as new for each of them. */
export function useGitlab(seed: Seed): () => GitlabEmulator {
  let emulator: GitlabEmulator;
  beforeAll(async () => {
    emulator = await startGitlabEmulator({ seed });
  });
  beforeEach(() => emulator.seed(seed));
  afterAll(() => emulator.stop());
  return () => emulator;
}

/** What a connector is given to speak to an emulator with a credential. */
export function access(
  { url }: GitlabEmulator,
  credential: string,
): [GitlabInstance, Secret, AbortSignal] {
  const { host } = new URL(url);
  const instance = { host, baseUrl: url, apiBaseUrl: `${url}/api/v4` };
  return [instance, Secret.of(credential), AbortSignal.timeout(20_000)];
}

/** Lets many tests ask in one minute. */
export function quickConnector(requestTimeout = 1_000): GitlabConnector {
  return new GitlabConnector({
    requestTimeout,
    requestsPerMinute: 100_000,
    retries: { firstDelay: 10, random: () => 1 },
    now: () => new Date('2026-06-01T12:00:00Z'),
  });
}

/** How something fails, having made sure that a careless caller could print no secret of it. */
export async function failureOf(
  answer: Promise<unknown>,
): Promise<GatewayError> {
  const error = await answer.then(
    () => undefined,
    rejection => rejection,
  );
  expect(error).toBeInstanceOf(GatewayError);
  const printed = inspect(error, { depth: 10, showHidden: true });
  const own = JSON.stringify(error, Object.getOwnPropertyNames(error));
  expect(`${printed}${own}${error.stack}`).not.toMatch(
    /canary|glpat|gldt|Bearer|Basic/i,
  );
  return error;
}

/** All rows of all pages. */
export async function collect<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
  const rows: T[] = [];
  for await (const page of pages) {
    rows.push(...page);
  }
  return rows;
}
