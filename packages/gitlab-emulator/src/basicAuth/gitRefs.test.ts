import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { useEmulator } from '../testing/emulator';
import { aToken, anOrganisation } from '../testing/seeds';

const run = promisify(execFile);

const hasGit = spawnSync('git', ['--version']).status === 0;
if (!hasGit) {
  process.stdout.write('skipped: git is not on this machine\n');
}

const DENIED = /^HTTP Basic: Access denied\. .* See http.*#error-on-git-fetch/;
const NOT_FOUND =
  "The project you were looking for could not be found or you don't have permission to view it.";
const NO_SCOPE = 'You are not allowed to download code.';
const NO_ROLE = 'You are not allowed to download code from this project.';

const file = { path: 'a.txt', content: 'a\n' };

describe('the refs of a repository', () => {
  const scoped = (id: number, ...scopes: string[]) =>
    aToken({ id, userId: 4, scopes, value: `glpat-${scopes[0]}` });
  const deploy = (id: number, value: string, fields: object) => ({
    id,
    name: value,
    scopes: ['read_repository'],
    value,
    ...fields,
  });
  const seed = anOrganisation({
    settings: { enterprise: true },
    tokens: [
      scoped(50, 'read_repository'),
      scoped(51, 'write_repository'),
      scoped(52, 'read_api'),
      scoped(53, 'read_user'),
      aToken({ id: 54, value: 'glpat-revoked', revoked: true }),
      aToken({ id: 55, value: 'glpat-expired', expiresAt: '2026-06-01' }),
      aToken({ id: 56, value: 'glpat-guest', userId: 8 }),
      aToken({ id: 57, value: 'glpat-blocked', userId: 9 }),
      aToken({ id: 58, kind: 'impersonation', value: 'glpat-impersonation' }),
      {
        id: 59,
        kind: 'project',
        projectId: 21,
        accessLevel: 20,
        name: 'bot',
        scopes: ['read_repository'],
        value: 'glpat-bot',
      },
    ],
    deployTokens: [
      deploy(1, 'gldt-project', { projectId: 20 }),
      deploy(2, 'gldt-group', { groupId: 10 }),
      deploy(3, 'gldt-named', { projectId: 20, username: 'ci' }),
      deploy(4, 'gldt-other', { projectId: 21 }),
      deploy(5, 'gldt-revoked', { projectId: 20, revoked: true }),
      deploy(6, 'gldt-expired', {
        projectId: 20,
        expiresAt: '2026-06-01T12:00:00Z',
      }),
      deploy(7, 'gldt-registry', { projectId: 20, scopes: ['read_registry'] }),
    ],
  });
  seed.users.push(
    { id: 8, username: 'guest' },
    { id: 9, username: 'gone', state: 'blocked' },
  );
  seed.groups?.[0].members?.push({ userId: 8, accessLevel: 10 });
  for (const project of seed.projects ?? []) {
    if (project.id !== 23) {
      project.files = [file, { ...file, branch: 'zebra', content: 'b\n' }];
    }
  }
  const gitlab = useEmulator(seed);

  const ask = async (path: string, login?: string, init: RequestInit = {}) => {
    const response = await fetch(`${gitlab.emulator.url}${path}`, {
      headers: login ? { Authorization: `Basic ${btoa(login)}` } : {},
      ...init,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  };
  const refsOf = (project: string, login?: string, service = 'upload-pack') =>
    ask(`/${project}.git/info/refs?service=git-${service}`, login);
  const portal = 'example-org/portal';
  const idOf = async (branch: string) => {
    const path = `/projects/20/repository/branches/${branch}`;
    const { json } = await gitlab.as('glpat-root').get(path);
    return (json as { commit: { id: string } }).commit.id;
  };

  it('are announced in the packets of smart HTTP, the default branch as HEAD', async () => {
    const { status, headers, text } = await refsOf(portal, 'x:glpat-developer');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(
      'application/x-git-upload-pack-advertisement',
    );
    expect(headers.get('cache-control')).toBe('no-cache');
    const [main, zebra] = [await idOf('main'), await idOf('zebra')];
    const [first, rest] = text.split('\0');
    expect(first.replace(/(0000)[0-9a-f]{4}/, '$1....')).toBe(
      `001e# service=git-upload-pack\n0000....${main} HEAD`,
    );
    expect(rest).toMatch(/ symref=HEAD:refs\/heads\/main object-format=sha1 /);
    expect(rest.slice(rest.indexOf('\n') + 1)).toBe(
      `003d${main} refs/heads/main\n003e${zebra} refs/heads/zebra\n0000`,
    );
  });

  it('are, of an empty repository, its capabilities alone', async () => {
    const { status, text } = await refsOf(
      'developer/dotfiles',
      'oauth2:glpat-developer',
    );
    expect(status).toBe(200);
    expect(text).toContain(`${'0'.repeat(40)} capabilities^{}\0`);
    expect(text).not.toContain('symref');
  });

  it.each([
    ['api', 'any:glpat-developer'],
    ['read_repository', 'oauth2:glpat-read_repository'],
    ['write_repository', 'oauth2:glpat-write_repository'],
    ['read_api', 'oauth2:glpat-read_api'],
    ['a deploy token of the project', 'gitlab+deploy-token-1:gldt-project'],
    ['a deploy token of the group', 'gitlab+deploy-token-2:gldt-group'],
    ['a deploy token with a user name of its own', 'ci:gldt-named'],
    ['impersonation', 'oauth2:glpat-impersonation'],
  ])('are for %s', async (_, login) => {
    expect((await refsOf(portal, login)).status).toBe(200);
  });

  it.each<[string, string | undefined]>([
    ['nobody', undefined],
    ['an unknown token', 'oauth2:glpat-unknown'],
    ['a revoked token', 'oauth2:glpat-revoked'],
    ['an expired token', 'oauth2:glpat-expired'],
    ['a blocked user', 'oauth2:glpat-blocked'],
    ['a token without a user name', ':glpat-developer'],
    ['a user name alone', 'developer'],
    ['a bot of another project', 'oauth2:glpat-bot'],
    ['a deploy token of another project', 'gitlab+deploy-token-4:gldt-other'],
    ['a deploy token under a wrong user name', 'oauth2:gldt-project'],
    ['a revoked deploy token', 'gitlab+deploy-token-5:gldt-revoked'],
  ])('are not for %s: 401 with a challenge', async (_, login) => {
    const { status, headers, text } = await refsOf(portal, login);
    expect([status, headers.get('www-authenticate')]).toEqual([
      401,
      'Basic realm="GitLab"',
    ]);
    expect(text).toMatch(DENIED);
  });

  it('let a deploy token in until the timestamp of its expiry', async () => {
    const login = 'gitlab+deploy-token-6:gldt-expired';
    expect((await refsOf(portal, login)).status).toBe(200);
    await gitlab.emulator.setClock('2026-06-01T12:00:00.001Z');
    expect((await refsOf(portal, login)).status).toBe(401);
  });

  it.each([
    ['no scope', 'x:glpat-read_user', portal, 403, NO_SCOPE],
    [
      'no scope of a deploy token',
      'gitlab+deploy-token-7:gldt-registry',
      portal,
      403,
      NO_SCOPE,
    ],
    ['too low a role', 'x:glpat-guest', portal, 403, NO_ROLE],
    ['an invisible project', 'x:glpat-stranger', portal, 404, NOT_FOUND],
    ['no such project', 'x:glpat-root', 'example-org/none', 404, NOT_FOUND],
  ])('answer %s', async (_, login, project, status, words) => {
    const answer = await refsOf(project, login);
    expect([answer.status, answer.text]).toEqual([status, words]);
  });

  it('are, of a public project, for everybody but those with wrong credentials', async () => {
    expect((await refsOf('open/site')).status).toBe(200);
    expect((await refsOf('open/site', 'x:glpat-stranger')).status).toBe(200);
    expect((await refsOf('open/site', 'x:glpat-revoked')).status).toBe(401);
    expect((await refsOf('open/none')).status).toBe(401);
  });

  it('are for fetching alone', async () => {
    const login = 'x:glpat-root';
    expect((await refsOf(portal, login, 'receive-pack')).text).toBe(
      'Pushing over HTTP is not allowed.',
    );
    expect(await ask(`/${portal}.git/info/refs`, login)).toMatchObject({
      status: 403,
      text: "The command you're trying to execute is not allowed.",
    });
    expect((await refsOf('open/site', undefined, 'receive-pack')).status).toBe(
      401,
    );
  });

  it('count as a use, are logged without values, and fail where a fault says so', async () => {
    await refsOf(portal, 'x:glpat-read_repository');
    await refsOf(portal, 'gitlab+deploy-token-1:gldt-project');
    await gitlab.emulator.addFault({
      path: '\\.git/info/refs$',
      fault: { kind: 'status', status: 503, body: 'later' },
    });
    expect((await refsOf(portal, 'x:glpat-revoked')).text).toBe('later');
    const path = `/${portal}.git/info/refs`;
    const query = 'service=git-upload-pack';
    const at = '2026-06-01T12:00:00.000Z';
    const entry = { method: 'GET', path, query, at };
    expect(gitlab.emulator.requests()).toEqual([
      { ...entry, status: 200, tokenId: 50 },
      { ...entry, status: 200, tokenId: null },
      { ...entry, status: 503, tokenId: 54 },
    ]);
    const { tokens } = gitlab.emulator.state();
    const lastUse = (id: number) =>
      tokens?.find(token => token.id === id)?.lastUsedAt;
    expect([lastUse(50), lastUse(54)]).toEqual(['2026-06-01T12:00:00Z', null]);
  });
  (hasGit ? describe : describe.skip)('as git itself asks', () => {
    it('is understood, with a token that goes through a credential helper', async () => {
      const list = async (url: string, token: string) => {
        const helper = `!f() { echo username=oauth2; echo "password=$TOKEN"; }; f`;
        const { stdout } = await run(
          'git',
          ['-c', `credential.helper=${helper}`, 'ls-remote', '--symref', url],
          {
            env: {
              ...process.env,
              TOKEN: token,
              GIT_TERMINAL_PROMPT: '0',
              GIT_CONFIG_GLOBAL: '/dev/null',
            },
          },
        );
        return stdout.trim();
      };
      const { url } = gitlab.emulator;
      const main = await idOf('main');
      expect(
        await list(`${url}/${portal}.git`, 'glpat-bot-no').catch(
          (error: Error) => error.message,
        ),
      ).toMatch(/Authentication failed/);
      expect(await list(`${url}/${portal}.git`, 'glpat-read_repository')).toBe(
        `ref: refs/heads/main\tHEAD\n${main}\tHEAD\n${main}\trefs/heads/main\n${await idOf(
          'zebra',
        )}\trefs/heads/zebra`,
      );
      expect(
        await list(`${url}/developer/dotfiles.git`, 'glpat-developer'),
      ).toBe('');
    });
  });
});
