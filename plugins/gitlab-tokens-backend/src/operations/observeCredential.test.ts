import { DeclaredCredential } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import {
  GitlabEmulator,
  startGitlabEmulator,
} from '@gitlab-tokens/gitlab-emulator';
import { CANARIES, SEED } from '../__testUtils__/gitlab';
import { GitlabConnector } from '../adapters/gitlab/GitlabConnector';
import { observeCredential } from './observeCredential';

describe('observeCredential', () => {
  const connector = new GitlabConnector();
  let emulator: GitlabEmulator;

  beforeAll(async () => {
    emulator = await startGitlabEmulator({ seed: SEED });
  });
  beforeEach(() => emulator.seed(SEED));
  afterAll(() => emulator.stop());

  function observe(value: string, declared: DeclaredCredential) {
    const instance = {
      host: new URL(emulator.url).host,
      baseUrl: emulator.url,
      apiBaseUrl: `${emulator.url}/api/v4`,
    };
    const gateway = connector.connect(
      instance,
      Secret.of(value),
      AbortSignal.timeout(5_000),
    );
    return observeCredential(gateway, declared);
  }

  it('takes two requests for a personal token', async () => {
    const facts = await observe(CANARIES.local, { kind: 'personal' });

    expect(facts).toEqual({
      tokenId: 100,
      kind: 'personal',
      name: 'Backstage (localhost)',
      description: null,
      userId: 2,
      username: 'dana',
      owner: { type: 'user', id: 2, path: 'dana' },
      role: null,
      scopes: ['read_user', 'read_api'],
      createdAt: '2026-05-01T08:00:00.000Z',
      expiresAt: '2026-09-09',
      lastUsedAt: expect.stringMatching(/^2026-06-01T12:00/),
    });
    expect(emulator.requests()).toHaveLength(2);
  });

  it('takes three requests for a group token, with its owner and role', async () => {
    const declared = { kind: 'group', owner: 'Example-Org' } as const;
    expect(await observe(CANARIES.dev, declared)).toMatchObject({
      tokenId: 101,
      kind: 'group',
      username: expect.stringMatching(/^group_10_bot_/),
      owner: { type: 'group', id: 10, path: 'example-org' },
      role: 'developer',
    });
    expect(emulator.requests().map(({ path }) => path)).toEqual([
      '/api/v4/personal_access_tokens/self',
      '/api/v4/groups/Example-Org',
      expect.stringMatching(/^\/api\/v4\/groups\/10\/members\/all\/\d+$/),
    ]);
  });

  it('takes three requests for a project token', async () => {
    const declared = {
      kind: 'project',
      owner: 'example-org/portal',
    } as const;
    expect(await observe(CANARIES.project, declared)).toMatchObject({
      kind: 'project',
      owner: { type: 'project', id: 20, path: 'example-org/portal' },
      role: 'maintainer',
    });
    expect(emulator.requests()).toHaveLength(3);
  });

  it('tells a personal token of a member where a group token is declared', async () => {
    const declared = { kind: 'group', owner: 'example-org' } as const;
    expect(await observe(CANARIES.local, declared)).toMatchObject({
      kind: 'personal',
      username: 'dana',
      owner: { type: 'user', id: 2, path: 'dana' },
      role: 'owner',
    });
    expect(emulator.requests()).toHaveLength(3);
  });

  it('tells whose a token is that is no member of the declared owner', async () => {
    const visible = { kind: 'group', owner: 'open-org' } as const;
    expect(await observe(CANARIES.dev, visible)).toMatchObject({
      kind: 'group',
      owner: { type: 'group', id: 10, path: null },
      role: null,
    });
    expect(emulator.requests()).toHaveLength(4);

    await emulator.clearRequests();
    const invisible = { kind: 'group', owner: 'no-such-org' } as const;
    expect(await observe(CANARIES.dev, invisible)).toMatchObject({
      kind: 'group',
      owner: { type: 'group', id: 10, path: null },
    });
    expect(emulator.requests()).toHaveLength(3);
  });

  it('leaves open what the scopes of the token do not let it ask', async () => {
    const declared = { kind: 'group', owner: 'example-org' } as const;
    expect(await observe(CANARIES.narrow, declared)).toMatchObject({
      tokenId: 104,
      scopes: ['read_repository'],
      kind: null,
      username: null,
      owner: null,
      role: null,
    });
  });

  it('knows a service account, and takes the word of the declaration for an impersonation token', async () => {
    expect(await observe(CANARIES.service, {})).toMatchObject({
      kind: 'service-account',
      owner: { type: 'user', id: 3, path: 'deployer' },
    });
    expect(
      await observe(CANARIES.local, { kind: 'impersonation' }),
    ).toMatchObject({ kind: 'impersonation' });
  });
});
