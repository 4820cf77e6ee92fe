import { useEmulator } from '../testing/emulator';
import { anOrganisation } from '../testing/seeds';
import { FaultRule } from './Faults';

describe('faults', () => {
  const gitlab = useEmulator(
    anOrganisation({
      tokens: [
        {
          id: 50,
          kind: 'personal',
          userId: 3,
          name: 'unused',
          scopes: ['api'],
          value: 'glpat-unused',
        },
      ],
    }),
  );

  const add = (rule: FaultRule) => gitlab.emulator.addFault(rule);
  const status = async (path: string, token = 'glpat-root') =>
    (await gitlab.as(token).get(path)).status;

  it('answers with the given status, headers and body, once unless told otherwise', async () => {
    await add({
      method: 'GET',
      path: '^/user$',
      fault: {
        kind: 'status',
        status: 502,
        headers: { 'Retry-After': '3' },
        body: '<html>',
      },
    });
    expect(await status('/version')).toBe(200);
    const failed = await gitlab.as('glpat-root').get('/user');
    expect(failed.status).toBe(502);
    expect(failed.text).toBe('<html>');
    expect(failed.headers.get('retry-after')).toBe('3');
    expect(await status('/user')).toBe(200);
  });

  it('hits consecutive requests with status faults in the order in which they were added', async () => {
    await add({ path: '/user', fault: { kind: 'status', status: 500 } });
    await add({
      path: '/user',
      times: 2,
      fault: { kind: 'status', status: 503 },
    });
    await add({ path: '/version', fault: { kind: 'status', status: 429 } });
    const statuses = [];
    for (const path of ['/user', '/user', '/version', '/user', '/user']) {
      statuses.push(await status(path));
    }
    expect(statuses).toEqual([500, 503, 429, 503, 200]);
  });

  it('goes on for ever with times 0, until faults are deleted', async () => {
    await add({ times: 0, fault: { kind: 'status', status: 500 } });
    for (let request = 0; request < 5; request += 1) {
      expect(await status('/user')).toBe(500);
    }
    expect((await gitlab.control().send('DELETE', '/faults')).status).toBe(204);
    expect(await status('/user')).toBe(200);
  });

  it('matches the path as it was sent, and the method', async () => {
    await add({
      method: 'POST',
      path: '/groups',
      times: 0,
      fault: { kind: 'status', status: 500 },
    });
    await add({
      method: 'get',
      path: '^/groups/example-org%2Fpayments$',
      fault: { kind: 'status', status: 504 },
    });
    expect(await status('/groups/11')).toBe(200);
    expect(await status('/groups/example-org%2Fpayments')).toBe(504);
  });

  it('waits, then gives the real answer', async () => {
    await add({ path: '/user', fault: { kind: 'delay', ms: 300 } });
    const started = performance.now();
    expect(await status('/user')).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(290);
  });

  it('applies a delay and then the failure that was added after it', async () => {
    await add({ path: '/user', fault: { kind: 'delay', ms: 200 } });
    await add({ path: '/user', fault: { kind: 'status', status: 503 } });
    const started = performance.now();
    expect(await status('/user')).toBe(503);
    expect(performance.now() - started).toBeGreaterThan(190);
    expect(await status('/user')).toBe(200);
  });

  it('closes the connection before anything happened', async () => {
    await add({ path: '/self', fault: { kind: 'drop-before' } });
    const client = gitlab.as('glpat-unused');
    await expect(client.get('/personal_access_tokens/self')).rejects.toThrow(
      'fetch failed',
    );
    expect(lastUse(50)).toBeNull();
    expect(gitlab.emulator.requests().at(-1)).toMatchObject({
      status: null,
      tokenId: 50,
    });
    expect((await client.get('/personal_access_tokens/self')).status).toBe(200);
  });

  it('closes the connection after the effect and before the answer', async () => {
    await add({ path: '/self', fault: { kind: 'drop-after' } });
    const client = gitlab.as('glpat-unused');
    await expect(client.get('/personal_access_tokens/self')).rejects.toThrow(
      'fetch failed',
    );
    expect(lastUse(50)).toBe('2026-06-01T12:00:00Z');
    expect(gitlab.emulator.requests().at(-1)).toMatchObject({
      status: 200,
      tokenId: 50,
    });
  });

  it.each([
    [{ fault: { kind: 'explode' } }],
    [{ path: '(', fault: { kind: 'drop-before' } }],
    [{ times: -1, fault: { kind: 'drop-before' } }],
    [{ fault: { kind: 'status' } }],
  ])('refuses %j', async rule => {
    const answer = await gitlab
      .control()
      .send('POST', '/faults', { body: JSON.stringify(rule) });
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({ error: expect.any(String) });
    expect(await status('/user')).toBe(200);
  });

  function lastUse(id: number) {
    return gitlab.emulator.state().tokens?.find(token => token.id === id)
      ?.lastUsedAt;
  }
});
