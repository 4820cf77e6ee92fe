import { FaultRule, Seed } from '@gitlab-tokens/gitlab-emulator';
import { GatewayErrorCode } from '../../ports/GatewayError';
import {
  access,
  failureOf,
  ORGANISATION,
  quickConnector,
  useGitlab,
} from './__testUtils__/conversation';

const READER = 'gldt-canary-reader-31d7';
const IMAGES = 'gldt-canary-images-8c1e';
const EXPIRED = 'gldt-canary-expired-0b0b';

const SEED: Seed = {
  ...ORGANISATION,
  deployTokens: [
    {
      id: 1,
      projectId: 20,
      name: 'reader',
      username: 'gitlab-tokens-1+a',
      scopes: ['read_repository'],
      value: READER,
    },
    {
      id: 2,
      groupId: 10,
      name: 'images',
      username: 'images',
      scopes: ['read_registry'],
      value: IMAGES,
    },
    {
      id: 3,
      projectId: 20,
      name: 'expired',
      username: 'expired',
      scopes: ['read_repository', 'read_registry'],
      value: EXPIRED,
      expiresAt: '2026-05-01T00:00:00Z',
    },
  ],
};

const reader = {
  username: 'gitlab-tokens-1+a',
  value: READER,
  scopes: ['read_package_registry', 'read_repository'],
  projectPath: 'example-org/portal' as string | null,
};
const images = {
  username: 'images',
  value: IMAGES,
  scopes: ['read_registry'],
  projectPath: null,
};

describe('proveDeployToken', () => {
  const connector = quickConnector(300);
  const gitlab = useGitlab(SEED);

  function prove({ value, ...claim }: typeof reader) {
    const [instance, secret, signal] = access(gitlab(), value);
    return connector.proveDeployToken(
      instance,
      { ...claim, value: secret },
      signal,
    );
  }

  it.each([
    ['of Git', reader, '/example-org/portal.git/info/refs'],
    ['of the registry', images, '/jwt/auth'],
    [
      'of the registry, where no project is known',
      { ...images, scopes: ['read_repository', 'read_registry'] },
      '/jwt/auth',
    ],
  ])('accepts a token %s that lives', async (_, claim, path) => {
    expect(await prove(claim)).toBe('accepted');
    expect(gitlab().requests()).toMatchObject([{ method: 'GET', path }]);
    expect(JSON.stringify(gitlab().requests())).not.toMatch(/canary/);
  });

  it.each([
    ['another value', { ...reader, value: 'gldt-canary-none' }],
    ['another user name', { ...reader, username: 'somebody' }],
    ['another value of the registry', { ...images, value: READER }],
    [
      'a token without the scope',
      { ...reader, username: 'images', value: IMAGES },
    ],
    [
      'a value that has expired',
      { ...reader, username: 'expired', value: EXPIRED },
    ],
  ])('refuses %s', async (_, claim) => {
    expect(await prove(claim)).toBe('refused');
    expect(gitlab().requests()).toHaveLength(1);
  });

  it('refuses a token that was deleted', async () => {
    await gitlab().seed({ ...SEED, deployTokens: [] });
    expect(await prove(reader)).toBe('refused');
    expect(await prove(images)).toBe('refused');
  });

  it.each([
    ['no project', { ...reader, projectPath: null }],
    ['packages alone', { ...reader, scopes: ['read_package_registry'] }],
    ['no scope', { ...images, scopes: [] }],
  ])('cannot prove a token with %s, and asks nothing', async (_, claim) => {
    expect(await prove(claim)).toBe('unprovable');
    expect(gitlab().requests()).toEqual([]);
  });

  it.each<[string, FaultRule['fault'], GatewayErrorCode]>([
    [
      'a redirect, which is not followed',
      { kind: 'status', status: 302, headers: { location: '/users/sign_in' } },
      'GATEWAY_REDIRECTED',
    ],
    ['a 404', { kind: 'status', status: 404 }, 'GATEWAY_NOT_FOUND'],
    ['an error', { kind: 'status', status: 500 }, 'GATEWAY_SERVER_ERROR'],
    [
      'a gateway’s error',
      { kind: 'status', status: 502 },
      'GATEWAY_UNAVAILABLE',
    ],
    ['429', { kind: 'status', status: 429 }, 'GATEWAY_RATE_LIMITED'],
    ['a broken connection', { kind: 'drop-after' }, 'GATEWAY_UNREACHABLE'],
    ['no answer in time', { kind: 'delay', ms: 400 }, 'GATEWAY_TIMEOUT'],
  ])('takes %s neither for yes nor for no', async (_, fault, code) => {
    await gitlab().addFault({ times: 0, fault });
    for (const claim of [reader, images]) {
      expect((await failureOf(prove(claim))).code).toBe(code);
    }
    const paths = gitlab()
      .requests()
      .map(({ path }) => path);
    expect(paths.join()).not.toMatch(/sign_in/);
  });

  it('asks again after passing faults', async () => {
    await gitlab().addFault({ times: 2, fault: { kind: 'drop-before' } });
    expect(await prove(reader)).toBe('accepted');
    expect(gitlab().requests()).toHaveLength(3);
  });

  it('sends nothing for a path that leads elsewhere', async () => {
    const projectPath = 'example-org/../other';
    const error = await failureOf(prove({ ...reader, projectPath }));
    expect(error.code).toBe('GATEWAY_INVALID_REQUEST');
    expect(gitlab().requests()).toEqual([]);
  });
});
