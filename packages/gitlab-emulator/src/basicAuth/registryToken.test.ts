import { useEmulator } from '../testing/emulator';
import { aToken, anOrganisation } from '../testing/seeds';

const HELP =
  '/help/user/profile/account/two_factor_authentication_troubleshooting.md#error-http-basic-access-denied-if-a-password-was-provided-for-git-authentication-';
const FORBIDDEN = {
  errors: [{ code: 'DENIED', message: 'access forbidden' }],
};

describe('the token for a container registry', () => {
  const scoped = (id: number, scope: string) =>
    aToken({ id, userId: 4, scopes: [scope], value: `glpat-${scope}` });
  const gitlab = useEmulator(
    anOrganisation({
      tokens: [
        scoped(50, 'read_registry'),
        scoped(51, 'write_registry'),
        scoped(52, 'read_api'),
        scoped(53, 'read_repository'),
        aToken({ id: 54, value: 'glpat-revoked', revoked: true }),
        aToken({ id: 55, value: 'glpat-expired', expiresAt: '2026-06-01' }),
      ],
      deployTokens: [
        {
          groupId: 10,
          name: 'pull',
          scopes: ['read_registry'],
          value: 'gldt-pull',
        },
        {
          projectId: 20,
          name: 'code',
          scopes: ['read_repository'],
          value: 'gldt-code',
        },
      ],
    }),
  );
  const ask = async (query: string, login?: string, method = 'GET') => {
    const response = await fetch(`${gitlab.emulator.url}/jwt/auth?${query}`, {
      method,
      headers: login ? { Authorization: `Basic ${btoa(login)}` } : {},
    });
    const text = await response.text();
    return {
      status: response.status,
      json: text === '' ? null : (JSON.parse(text) as Record<string, unknown>),
    };
  };
  const image = (actions: string, path = 'example-org/portal/web') =>
    `service=container_registry&account=x&scope=repository:${path}:${actions}`;
  const claimsOf = ({ json }: { json: Record<string, unknown> | null }) => {
    const parts = String(json?.token).split('.');
    expect(parts).toHaveLength(3);
    return JSON.parse(Buffer.from(parts[1], 'base64url').toString());
  };

  it.each([
    ['api', 'x:glpat-developer', ['pull', 'push']],
    ['read_api', 'x:glpat-read_api', ['pull']],
    ['read_registry', 'x:glpat-read_registry', ['pull']],
    ['write_registry', 'x:glpat-write_registry', ['push']],
    ['a deploy token', 'gitlab+deploy-token-1:gldt-pull', ['pull']],
  ])('is for %s, with what it may do', async (_, login, actions) => {
    const answer = await ask(image('pull,push,delete'), login);
    expect(answer.status).toBe(200);
    expect(claimsOf(answer)).toMatchObject({
      aud: 'container_registry',
      access: [{ type: 'repository', name: 'example-org/portal/web', actions }],
    });
  });

  it('proves credentials, as docker login has it, without a scope', async () => {
    const query = 'service=container_registry&account=x&client_id=docker';
    const answer = await ask(query, 'x:glpat-read_registry');
    expect(answer.status).toBe(200);
    expect(claimsOf(answer)).toMatchObject({ sub: 'developer', access: [] });
  });

  it('gives no access to what the user may not see', async () => {
    const login = 'x:glpat-stranger';
    expect(claimsOf(await ask(image('pull'), login)).access).toEqual([]);
    expect(
      claimsOf(await ask(image('pull,push', 'open/site'), login)).access,
    ).toEqual([{ type: 'repository', name: 'open/site', actions: ['pull'] }]);
  });

  it.each([
    ['an unknown token', 'x:glpat-unknown'],
    ['a revoked token', 'x:glpat-revoked'],
    ['an expired token', 'x:glpat-expired'],
    ['a deploy token under a wrong user name', 'x:gldt-pull'],
  ])('is not for %s', async (_, login) => {
    const answer = await ask(image('pull'), login);
    expect(answer.status).toBe(401);
    expect(answer.json).toEqual({
      errors: [
        {
          code: 'UNAUTHORIZED',
          message: `HTTP Basic: Access denied. If a password was provided for Git authentication, the password was incorrect or you're required to use a token instead of a password. If a token was provided, it was either incorrect, expired, or improperly scoped. See ${gitlab.emulator.url}${HELP}`,
        },
      ],
    });
  });

  it.each([
    ['a token without the scope', 'x:glpat-read_repository'],
    ['a deploy token without the scope', 'gitlab+deploy-token-2:gldt-code'],
    ['nobody, of a private project', undefined],
  ])('is forbidden to %s', async (_, login) => {
    expect(await ask(image('pull'), login)).toEqual({
      status: 403,
      json: FORBIDDEN,
    });
  });

  it('is for everybody, to pull from a public project', async () => {
    const answer = await ask(image('pull,push', 'open/site'));
    expect(claimsOf(answer).access).toEqual([
      { type: 'repository', name: 'open/site', actions: ['pull'] },
    ]);
  });

  it('is asked for with GET, of a registry that GitLab knows', async () => {
    const login = 'x:glpat-developer';
    expect((await ask('service=other', login)).status).toBe(404);
    expect((await ask(image('pull'), login, 'POST')).status).toBe(404);
  });
});
