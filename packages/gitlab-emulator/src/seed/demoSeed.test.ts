import { startGitlabEmulator } from '../startGitlabEmulator';
import { Client } from '../testing/emulator';
import { demoSeed } from './demoSeed';
import { Seed } from './schema';
import { shiftSeed } from './shiftSeed';

const today = new Date('2027-02-28T17:30:00Z');

describe('shifting a seed', () => {
  const seed: Seed = {
    now: '2026-06-01T00:00:00Z',
    users: [{ id: 1, username: 'u', createdAt: '2024-02-29T23:00:00Z' }],
    groups: [
      {
        id: 1,
        path: 'g',
        members: [{ userId: 1, accessLevel: 30, expiresAt: '2026-06-02' }],
      },
    ],
    tokens: [
      {
        kind: 'personal',
        userId: 1,
        name: '2026-06-01',
        scopes: ['api'],
        createdAt: '2026-05-31T22:00:00.500Z',
        expiresAt: '2026-07-01',
        lastUsedAt: null,
      },
    ],
    deployTokens: [
      { groupId: 1, scopes: [], expiresAt: '2026-06-01T00:00:00+02:00' },
    ],
  };

  it('moves every date by the same number of days, and nothing else', () => {
    const shifted = shiftSeed(seed, today);
    expect(shifted).toEqual({
      users: [{ id: 1, username: 'u', createdAt: '2024-11-27T23:00:00Z' }],
      groups: [
        {
          id: 1,
          path: 'g',
          members: [{ userId: 1, accessLevel: 30, expiresAt: '2027-03-01' }],
        },
      ],
      tokens: [
        {
          kind: 'personal',
          userId: 1,
          name: '2026-06-01',
          scopes: ['api'],
          createdAt: '2027-02-27T22:00:00.500Z',
          expiresAt: '2027-03-30',
          lastUsedAt: null,
        },
      ],
      deployTokens: [
        { groupId: 1, scopes: [], expiresAt: '2027-02-28T00:00:00+02:00' },
      ],
    });
    expect(seed.now).toBe('2026-06-01T00:00:00Z');
  });

  it('refuses a seed that does not say when it is', () => {
    expect(() => shiftSeed({ users: [] }, today)).toThrow(
      'only a seed with "now"',
    );
  });
});

describe('the demo organisation', () => {
  const values = (seed: Seed) =>
    [...(seed.tokens ?? []), ...(seed.deployTokens ?? [])].map(
      ({ value }) => value ?? '',
    );

  it('has only values that are marked as none', () => {
    const all = values(demoSeed());
    for (const value of all) {
      expect(value).toMatch(/^gl(pat|dt)-demo-[a-z0-9-]+-not-a-secret$/);
    }
    expect(new Set(all).size).toBe(all.length);
  });

  it('has every kind of token, and tokens in every state', () => {
    const { tokens = [], deployTokens = [], now = '' } = demoSeed();
    expect(new Set(tokens.map(({ kind }) => kind)).size).toBe(5);
    expect(tokens.some(token => token.revoked)).toBe(true);
    expect(tokens.some(token => token.expiresAt === null)).toBe(true);
    expect(tokens.some(token => token.lastUsedAt === null)).toBe(true);
    expect(
      tokens.some(({ expiresAt }) => expiresAt && expiresAt < String(now)),
    ).toBe(true);
    expect(deployTokens.some(token => token.groupId)).toBe(true);
    expect(deployTokens.some(token => token.projectId)).toBe(true);
  });

  it('was never used in its own future, and used nothing before it was made', () => {
    const { tokens = [], now } = demoSeed();
    const impossible = tokens.filter(
      ({ createdAt, lastUsedAt }) =>
        lastUsedAt &&
        (lastUsedAt < String(createdAt) || lastUsedAt > String(now)),
    );
    expect(impossible).toEqual([]);
  });

  it('has the credentials of three environments and two brokers, today as on its own day', async () => {
    const emulator = await startGitlabEmulator({
      seed: shiftSeed(demoSeed(), new Date()),
    });
    const ask = async (token: string, path: string) =>
      (
        await new Client(
          `${emulator.url}/api/v4`,
          `glpat-demo-${token}-not-a-secret`,
        ).get(path)
      ).json;
    const self = (token: string) => ask(token, '/personal_access_tokens/self');
    const inDays = (days: number) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

    expect(await self('local')).toMatchObject({
      name: 'Backstage (localhost)',
      scopes: ['read_user', 'read_api', 'read_repository', 'write_repository'],
      active: true,
      expires_at: inDays(200),
    });
    expect(await self('dev')).toMatchObject({
      name: 'Backstage (dev.portal.example.com)',
      scopes: ['read_api', 'read_repository', 'write_repository'],
      active: true,
      expires_at: inDays(12),
    });
    expect(await self('qa')).toMatchObject({
      name: 'Backstage (qa.portal.example.com)',
      scopes: ['read_api', 'read_repository'],
      active: true,
      expires_at: inDays(160),
    });
    const listed = await ask(
      'broker-dev',
      '/groups/example-org/access_tokens?state=active',
    );
    expect(listed).toEqual([
      expect.objectContaining({
        name: 'Backstage (dev.portal.example.com)',
        access_level: 30,
      }),
      expect.objectContaining({
        name: 'Backstage (qa.portal.example.com)',
        access_level: 40,
      }),
    ]);
    for (const broker of ['broker-dev', 'broker-qa']) {
      expect(await self(broker)).toMatchObject({
        scopes: ['api'],
        active: true,
        expires_at: inDays(300),
      });
      const { id } = (await ask(broker, '/user')) as { id: number };
      expect(
        await ask(broker, `/groups/example-org/members/all/${id}`),
      ).toMatchObject({ access_level: 50 });
    }
    await emulator.stop();
  });

  it('has only tokens that can be rotated, as long as they are not revoked', async () => {
    const seed = demoSeed();
    const administrator = seed.users.find(user => user.admin)?.id;
    const emulator = await startGitlabEmulator({
      seed: {
        ...seed,
        tokens: [
          ...(seed.tokens ?? []),
          {
            kind: 'personal',
            userId: administrator,
            scopes: ['api'],
            value: 'glpat-rotating',
          },
        ],
      },
    });
    const client = new Client(`${emulator.url}/api/v4`, 'glpat-rotating');
    for (const { id, revoked } of seed.tokens ?? []) {
      const path = `/personal_access_tokens/${id}/rotate`;
      const { status } = await client.send('POST', path);
      expect([id, status]).toEqual([id, revoked ? 400 : 200]);
    }
    await emulator.stop();
  });
});
