import fc from 'fast-check';
import { daysUntilExpiry } from './expiry';
import { GitlabTokensClient } from './GitlabTokensClient';
import { roleOfLevel, ROLES, ROLE_LEVELS } from './roles';
import { missingScopes, scopesOfKind } from './scopes';
import { TOKEN_KINDS } from './tokens';

const DAY = 24 * 60 * 60 * 1000;

describe('daysUntilExpiry', () => {
  it('is 0 from the moment on at which GitLab refuses the token, and 1 just before', () => {
    expect(
      daysUntilExpiry('2026-12-02', new Date('2026-12-02T00:00:00Z')),
    ).toBe(0);
    expect(
      daysUntilExpiry('2026-12-02', new Date('2026-12-01T23:59:59.999Z')),
    ).toBe(1);
    expect(
      daysUntilExpiry('2026-12-02', new Date('2026-11-20T00:00:00Z')),
    ).toBe(12);
    expect(
      daysUntilExpiry('2026-12-02', new Date('2026-11-20T23:59:59Z')),
    ).toBe(12);
  });

  it('is positive exactly while the token works, and falls by one at each midnight', () => {
    const instant = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, instant, (expiry, now) => {
        const expiresAt = expiry.toISOString().slice(0, 10);
        const days = daysUntilExpiry(expiresAt, now);
        const tomorrow = new Date(now.getTime() + DAY);

        expect(Number.isInteger(days)).toBe(true);
        expect(days > 0).toBe(Date.parse(expiresAt) > now.getTime());
        expect(daysUntilExpiry(expiresAt, tomorrow)).toBe(days - 1);
      }),
    );
  });
});

describe('scopes', () => {
  it('no declared scope is missing from a token with exactly these scopes, of any kind', () => {
    for (const kind of TOKEN_KINDS) {
      const scopes = scopesOfKind(kind);
      expect(missingScopes(scopes, scopes)).toEqual([]);
    }
  });

  it('api covers reading, read_api covers no git', () => {
    const wanted = ['read_user', 'read_api', 'read_repository'];
    expect(missingScopes(wanted, ['api'])).toEqual([]);
    expect(missingScopes(wanted, ['read_api'])).toEqual(['read_repository']);
    expect(missingScopes(['api'], ['read_api'])).toEqual(['api']);
    expect(missingScopes(['read_registry'], ['api'])).toEqual([
      'read_registry',
    ]);
  });

  it('group and project tokens have no scopes of people and administrators', () => {
    for (const scope of ['read_user', 'sudo', 'admin_mode']) {
      expect(scopesOfKind('personal')).toContain(scope);
      expect(scopesOfKind('group')).not.toContain(scope);
    }
    expect(scopesOfKind('project-deploy')).not.toContain('api');
  });
});

describe('roles', () => {
  it('are found by their access level', () => {
    expect(ROLES.map(role => roleOfLevel(ROLE_LEVELS[role]))).toEqual(ROLES);
    expect(roleOfLevel(0)).toBeUndefined();
    expect(roleOfLevel(60)).toBeUndefined();
  });
});

describe('GitlabTokensClient', () => {
  function clientOf(answer: () => Response) {
    const asked: string[] = [];
    const client = new GitlabTokensClient({
      fetch: async input => {
        asked.push(String(input));
        return answer();
      },
    });
    return { asked, client };
  }

  it('asks the plugin by its id, with the name escaped', async () => {
    const { asked, client } = clientOf(() => Response.json({ items: [] }));
    expect(await client.listEnvironments()).toEqual({ items: [] });
    await client.listEnvironments({ fresh: true });
    await client.getEnvironment('a/b').catch(() => {});
    expect(asked).toEqual([
      'plugin://gitlab-tokens/environments',
      'plugin://gitlab-tokens/environments?fresh=true',
      'plugin://gitlab-tokens/environments/a%2Fb',
    ]);
  });

  it('keeps parts of a path and values of a query apart from the rest', async () => {
    const { asked, client } = clientOf(() => Response.json({}));
    const ignore = () => {};
    await client.getToken('a/b?c#d').catch(ignore);
    await client.revokeToken('a', { confirm: ['x', 'y&z=1'] }).catch(ignore);
    await client.listTokens({ kind: ['group', 'project'] }).catch(ignore);
    await client.listTokens({ search: undefined }).catch(ignore);
    expect(asked).toEqual([
      'plugin://gitlab-tokens/tokens/a%2Fb%3Fc%23d',
      'plugin://gitlab-tokens/tokens/a?confirm=x&confirm=y%26z%3D1',
      'plugin://gitlab-tokens/tokens?kind=group&kind=project',
      'plugin://gitlab-tokens/tokens',
    ]);
  });

  it('passes on what the backend says is wrong', async () => {
    const error = { name: 'NotFoundError', message: 'There is no such one' };
    const body = { error, response: { statusCode: 404 } };
    const { client } = clientOf(() => Response.json(body, { status: 404 }));
    await expect(client.getEnvironment('x')).rejects.toMatchObject({
      name: 'ResponseError',
      cause: error,
    });
  });

  it('does not take an answer that is not of the contract', async () => {
    const { client } = clientOf(() => Response.json({ items: [{ name: 1 }] }));
    await expect(client.listEnvironments()).rejects.toThrow();
  });
});
