import { ChildProcess, spawn } from 'node:child_process';
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from './testing/emulator';
import { aToken, anOrganisation } from './testing/seeds';

const PROGRAM = [
  '--require',
  require.resolve('@backstage/cli/config/nodeTransform.cjs'),
  resolve(__dirname, 'cli.ts'),
];

describe('the program', () => {
  const running: ChildProcess[] = [];
  let directory = '';

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'gitlab-emulator-'));
  });
  afterEach(() => {
    running.splice(0).forEach(child => child.kill('SIGKILL'));
    rmSync(directory, { recursive: true });
  });

  const file = (name: string) => join(directory, name);

  function run(...args: string[]) {
    const child = spawn(process.execPath, [...PROGRAM, ...args], {
      cwd: resolve(__dirname, '..'),
    });
    running.push(child);
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', chunk => {
      output.stdout += chunk;
    });
    child.stderr.on('data', chunk => {
      output.stderr += chunk;
    });
    const ended = once(child, 'close').then(([code]) => ({
      ...output,
      code: code as number | null,
    }));
    const ready = new Promise<string>((resolveUrl, reject) => {
      child.stdout.on('data', () => {
        const [, url] =
          /^GitLab emulator ready on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(
            output.stdout,
          ) ?? [];
        if (url) {
          resolveUrl(url);
        }
      });
      ended.then(({ stderr }) => reject(new Error(`ended: ${stderr}`)));
    });
    ready.catch(() => {});
    return { child, ready, ended };
  }

  const client = (url: string, token: string) =>
    new Client(`${url}/api/v4`, token);
  const control = (url: string) => new Client(`${url}/-/emulator`);

  it('prints one line when it listens, and starts with the demo organisation', async () => {
    const { ready, ended, child } = run('--port', '0');
    const url = await ready;
    const answer = await client(url, 'glpat-demo-dev-not-a-secret').get(
      '/personal_access_tokens/self',
    );
    expect(answer.json).toMatchObject({
      name: 'Backstage (dev.portal.example.com)',
      expires_at: '2026-06-13',
    });
    child.kill('SIGTERM');
    expect(await ended).toEqual({
      stdout: `GitLab emulator ready on ${url}\n`,
      stderr: '',
      code: 0,
    });
    const again = run('--port', new URL(url).port);
    expect(await again.ready).toBe(url);
  }, 60_000);

  it('shifts the seed to today where it is asked to, and lets the clock run', async () => {
    const { ready } = run('--port', '0', '--seed-today');
    const url = await ready;
    const answer = await client(url, 'glpat-demo-dev-not-a-secret').get(
      '/personal_access_tokens/self',
    );
    const { expires_at: expiresAt } = answer.json as { expires_at: string };
    const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
    expect(Math.ceil(days)).toBe(12);
    expect((await control(url).get('/state')).json).not.toHaveProperty('now');
  }, 60_000);

  it('keeps its state in a file, whatever becomes of the process', async () => {
    writeFileSync(file('seed.json'), JSON.stringify(anOrganisation()));
    const args = [
      '--port',
      '0',
      '--seed',
      file('seed.json'),
      '--state',
      file('state.json'),
    ];
    const first = run(...args);
    const seed = anOrganisation({
      tokens: [aToken({ id: 77, value: 'glpat-later' })],
    });
    const url = await first.ready;
    await control(url).send('PUT', '/seed', { body: JSON.stringify(seed) });
    await control(url).send('PUT', '/clock', {
      body: '{"now":"2026-08-01T00:00:00Z"}',
    });
    const before = (await control(url).get('/state')).json;
    first.child.kill('SIGKILL');
    await first.ended;
    expect(readdirSync(directory)).toEqual(['seed.json', 'state.json']);

    const second = run(...args);
    const secondUrl = await second.ready;
    expect((await control(secondUrl).get('/state')).json).toEqual(before);
    expect((await client(secondUrl, 'glpat-later').get('/user')).status).toBe(
      200,
    );
    second.child.kill('SIGTERM');
    await second.ended;

    const kept = JSON.parse(readFileSync(file('state.json'), 'utf8'));
    const used = kept.tokens.find(({ id }: { id: number }) => id === 77);
    expect(used.lastUsedAt).toBe('2026-08-01T00:00:00Z');
  }, 60_000);

  it('stops at once even while a request waits', async () => {
    const { ready, ended, child } = run('--port', '0');
    const url = await ready;
    await control(url).send('POST', '/faults', {
      body: '{"fault":{"kind":"delay","ms":60000}}',
    });
    const waiting = client(url, 'x')
      .get('/user')
      .catch(() => 'closed');
    await new Promise(done => setTimeout(done, 200));
    const started = performance.now();
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await waiting).toBe('closed');
  }, 60_000);

  it('says clearly what is wrong with its arguments, its files and its port', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    writeFileSync(file('half.json'), '{"users": [');
    writeFileSync(
      file('wrong.json'),
      JSON.stringify({ users: [], tokens: [aToken()] }),
    );
    const cases: Array<[string[], string]> = [
      [['--port', String(port)], `port ${port} on 127.0.0.1 is taken`],
      [['--port', 'many'], '--port many: is not a port'],
      [['--prot', '1'], "Unknown option '--prot'"],
      [['--port', '0', '--seed', file('none.json')], 'no such file'],
      [['--port', '0', '--seed', file('half.json')], 'is not JSON'],
      [
        ['--port', '0', '--seed', file('wrong.json')],
        'tokens[0]: there is no user 1',
      ],
      [
        ['--port', '0', '--state', file('half.json')],
        `the state file ${file('half.json')}: is not JSON`,
      ],
      [
        ['--port', '0', '--state', file('none/state.json')],
        'no such file or directory',
      ],
      [
        ['--port', '0', '--state', file('wrong.json')],
        `the state file ${file('wrong.json')}: tokens[0]: there is no user 1`,
      ],
    ];
    for (const [args, message] of cases) {
      const { stdout, stderr, code } = await run(...args).ended;
      expect(stderr).toContain(`gitlab-emulator: `);
      expect(stderr).toContain(message);
      expect(stderr).not.toContain('    at ');
      expect([stdout, code]).toEqual(['', 1]);
    }
    taken.close();
  }, 60_000);

  it('does not listen beyond loopback', async () => {
    const { ready } = run('--port', '0');
    const { port } = new URL(await ready);
    await expect(fetch(`http://[::1]:${port}/`)).rejects.toThrow(
      'fetch failed',
    );
  }, 60_000);
});
