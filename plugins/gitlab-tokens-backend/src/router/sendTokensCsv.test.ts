import { ManagedToken } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { get } from 'http';
import { AddressInfo } from 'net';
import { setTimeout } from 'timers/promises';
import { inspect } from 'util';
import { aManagedToken } from './__testUtils__/answers';
import { DANA, RunningRouter, startRouter } from './__testUtils__/startRouter';

describe('tokens as CSV', () => {
  let router: RunningRouter;

  beforeAll(async () => {
    router = await startRouter();
  });
  afterAll(() => router.backend.stop());
  beforeEach(() => {
    router.tokens.pages = undefined;
    router.logged.length = 0;
  });

  async function csvOf(...tokens: Partial<ManagedToken>[]) {
    router.tokens.tokens = tokens.map(aManagedToken);
    const answer = await router.send('get', '/tokens.csv?environment=dev');
    expect(answer.status).toBe(200);
    return answer;
  }

  it('has a header and a line for each token, as RFC 4180 has them', async () => {
    const { text, headers } = await csvOf(
      { owner: { type: 'user', id: 2, path: null }, expiresAt: null },
      { name: 'a "b", c', description: 'one\ntwo' },
      { description: 'one\rtwo', credentialOf: ['dev', 'qa'] },
    );
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition':
        'attachment; filename="gitlab-tokens-2026-06-01.csv"',
    });
    const rest =
      'active,read_api read_repository,developer,2026-09-09,,2026-05-01T08:00:00.000Z,project_20_bot';
    const end =
      'group:default/payments,105,2026-06-01T12:00:00.000Z,dev.project.20.105';
    expect(text.split('\r\n')).toEqual([
      'environment,kind,ownerType,owner,name,description,state,scopes,role,expiresAt,lastUsedAt,createdAt,username,credentialOf,entityOwners,tokenId,observedAt,ref',
      `dev,project,user,2,ci,,${rest.replace('2026-09-09', '')},,${end}`,
      `dev,project,project,example-org/portal,"a ""b"", c","one\ntwo",${rest},,${end}`,
      `dev,project,project,example-org/portal,ci,"one\rtwo",${rest},dev qa,${end}`,
      '',
    ]);
    expect(router.tokens.asked?.environment).toEqual(['dev']);
  });

  it('is its header where there are no tokens', async () => {
    const lines = (await csvOf()).text.split('\r\n');
    expect(lines).toEqual([expect.stringMatching(/^environment,/), '']);
  });

  it('has no formulas', async () => {
    const names = ['=1+1', '+1', '-1', '@a', '\tb', '\rc', '"=d', 'e=f'];
    const { text } = await csvOf(...names.map(name => ({ name })));
    const lines = text.split('\r\n').slice(1, -1);
    const cells = lines.map(
      line =>
        /^dev,project,project,example-org\/portal,(.*?),,active/s.exec(
          line,
        )![1],
    );
    expect(cells).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@a",
      "'\tb",
      `"'\rc"`,
      '"""=d"',
      'e=f',
    ]);
  });

  it('has all tokens, however many', async () => {
    router.tokens.pages = (async function* pages() {
      for (let page = 0; page < 40; page++) {
        yield Array.from({ length: 500 }, () => aManagedToken());
      }
    })();
    const { text } = await router.send('get', '/tokens.csv?limit=1');
    expect(text.split('\r\n')).toHaveLength(20_000 + 2);
  });

  it('answers with an error what fails before the first page', async () => {
    router.tokens.pages = {
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.reject(new Error('The database is away')),
      }),
    };
    const { status, headers } = await router.send('get', '/tokens.csv');
    expect(status).toBe(500);
    expect(headers['content-type']).toContain('application/json');
  });

  it('breaks off what fails later, so that nobody takes it for all', async () => {
    router.tokens.pages = (async function* failing() {
      yield [aManagedToken()];
      throw new Error('The database is away');
    })();
    await expect(router.send('get', '/tokens.csv')).rejects.toThrow('aborted');
  });

  it('stops reading when whoever asked goes away', async () => {
    let pages = 0;
    const stopped = new Promise<void>(resolve => {
      router.tokens.pages = (async function* endless() {
        try {
          for (;;) {
            pages++;
            yield Array.from({ length: 500 }, () => aManagedToken());
          }
        } finally {
          resolve();
        }
      })();
    });
    const { port } = router.backend.server.address() as AddressInfo;
    await new Promise<void>(resolve => {
      const asking = get({
        port,
        path: '/api/gitlab-tokens/tokens.csv',
        headers: { authorization: DANA },
      });
      asking.on('error', () => {});
      asking.on('response', response => {
        response.once('data', () => {
          asking.destroy();
          resolve();
        });
      });
    });
    await stopped;
    expect(pages).toBeLessThan(1_000);
    await setTimeout(50);
    expect(inspect(router.logged, { depth: 5 })).not.toContain('PREMATURE');
  });
});
