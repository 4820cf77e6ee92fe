import { Fields } from '../testing/emulator';
import { Person, World, inDays } from './World';
import { UNAUTHORIZED, message, useWorld } from './rows';

/** Older versions do not say why. */
const NOT_PERMITTED = message(
  expect.stringMatching(/^400 Bad request( - Not permitted to revoke)?$/),
);
const UNKNOWN = 987_654_321;

describe('changes of personal access tokens conform to GitLab', () => {
  const world = useWorld();
  const forUser = (w: World) =>
    `/users/${w.idOf('developer')}/personal_access_tokens`;
  const make = (fields = {}) =>
    world()
      .as('administrator')
      .make('POST', forUser(world()), {
        name: 'made',
        scopes: ['api'],
        expires_at: inDays(20),
        ...fields,
      });
  const rotate = (person: Person, id: unknown, body?: unknown) =>
    world()
      .as(person)
      .sendJson('POST', `/personal_access_tokens/${id}/rotate`, body);
  const show = async (id: unknown) =>
    (await world().as('administrator').get(`/personal_access_tokens/${id}`))
      .json as Fields;

  describe('that are rotated', () => {
    it('are replaced by one with a new id and value, for a week', async () => {
      const old = await make({ description: 'why', scopes: ['read_api'] });
      const { status, json } = await rotate('developer', old.id);
      const successor = json as Fields;
      expect(status).toBe(200);
      expect(successor).toMatchObject({
        name: 'made',
        description: 'why',
        scopes: ['read_api'],
        user_id: old.user_id,
        last_used_at: null,
        active: true,
        expires_at: inDays(7),
      });
      expect(successor.id).not.toBe(old.id);
      expect(successor.token).not.toBe(old.token);
      expect(await show(old.id)).toMatchObject({ revoked: true });
    });

    it('live on where the expiry is refused', async () => {
      const old = await make();
      const answer = await rotate('administrator', old.id, {
        expires_at: inDays(401),
      });
      expect([answer.status, answer.json]).toEqual([
        400,
        message(
          expect.stringMatching(
            /^400 Bad request - Expiration date must be before \d{4}-\d\d-\d\d$/,
          ),
        ),
      ]);
      expect(await show(old.id)).toMatchObject({ active: true });
    });

    it('cannot be rotated again, and nothing is lost by trying', async () => {
      const old = await make();
      const successor = (await rotate('administrator', old.id)).json as Fields;
      const again = await rotate('administrator', old.id);
      expect([again.status, again.json]).toEqual([
        400,
        message('400 Bad request - Token already revoked'),
      ]);
      expect(await show(successor.id)).toMatchObject({ active: true });
    });

    it('can be expired, but not by today', async () => {
      const old = await make({ expires_at: '2020-01-01' });
      const answer = await rotate('administrator', old.id, {
        expires_at: inDays(0),
      });
      expect([answer.status, answer.json]).toMatchObject([
        200,
        { active: false, expires_at: inDays(0) },
      ]);
    });

    it('are those of others only for administrators', async () => {
      const { id } = await make();
      for (const unknown of [id, UNKNOWN]) {
        const answer = await rotate('owner', unknown);
        expect([answer.status, answer.json]).toEqual([401, UNAUTHORIZED]);
      }
      const answer = await rotate('administrator', UNKNOWN);
      expect([answer.status, answer.json]).toEqual([
        404,
        message('404 Not Found'),
      ]);
    });

    it('take their descendants with them when they are used to rotate once more', async () => {
      const first = await make();
      const self = '/personal_access_tokens/self/rotate';
      const by = (token: string) => world().with(token).sendJson('POST', self);
      const second = (await by(first.token)).json as Fields;
      const third = (await by(second.token)).json as Fields;
      const elsewhere = await world().with(first.token).get('/user');
      expect(elsewhere.status).toBe(401);
      expect(await show(third.id)).toMatchObject({ active: true });

      const reuse = await by(first.token);
      expect([reuse.status, reuse.json]).toMatchObject([
        401,
        { error: 'invalid_token' },
      ]);
      expect(await show(third.id)).toMatchObject({ revoked: true });
    });
  });

  describe('that act on themselves', () => {
    it('rotate with the scopes api and self_rotate only', async () => {
      const path = '/personal_access_tokens/self/rotate';
      const able = await make({ scopes: ['self_rotate'] });
      const rotated = await world()
        .with(able.token)
        .sendJson('POST', path, {
          expires_at: inDays(2),
        });
      expect([rotated.status, rotated.json]).toMatchObject([
        200,
        { expires_at: inDays(2), scopes: ['self_rotate'] },
      ]);
      const unable = await make({ scopes: ['read_api'] });
      const refused = await world().with(unable.token).sendJson('POST', path);
      expect([refused.status, refused.json]).toMatchObject([
        403,
        { error: 'insufficient_scope', scope: 'api self_rotate api read_api' },
      ]);
    });

    it('revoke themselves whatever their scope, once', async () => {
      const { token } = await make({ scopes: ['read_repository'] });
      const path = '/personal_access_tokens/self';
      const first = await world().with(token).send('DELETE', path);
      expect([first.status, first.text]).toEqual([204, '']);
      const second = await world().with(token).send('DELETE', path);
      expect([second.status, second.json]).toMatchObject([
        401,
        { error: 'invalid_token' },
      ]);
    });

    it('tell what they reach', async () => {
      const path = '/personal_access_tokens/self/associations';
      const { status, json } = await world()
        .as('developer')
        .get(`${path}?min_access_level=30`);
      expect(status).toBe(200);
      expect(json).toEqual({
        groups: [expect.objectContaining({ id: world().group })],
        projects: [expect.objectContaining({ id: world().project })],
      });
    });
  });

  describe('that are revoked', () => {
    it('stay, and may be revoked again', async () => {
      const { id } = await make();
      const path = `/personal_access_tokens/${id}`;
      for (const person of ['developer', 'administrator'] as const) {
        const answer = await world().as(person).send('DELETE', path);
        expect([answer.status, answer.text]).toEqual([204, '']);
      }
      expect(await show(id)).toMatchObject({ revoked: true, active: false });
    });

    it('are those of others only for administrators', async () => {
      const { id } = await make();
      const foreign = await world()
        .as('owner')
        .send('DELETE', `/personal_access_tokens/${id}`);
      expect([foreign.status, foreign.json]).toEqual([400, NOT_PERMITTED]);
      const unknown = await world()
        .as('owner')
        .send('DELETE', `/personal_access_tokens/${UNKNOWN}`);
      expect([unknown.status, unknown.json]).toEqual([
        404,
        message('404 Not found'),
      ]);
    });
  });

  it('act for others with the scope sudo only, and for administrators only', async () => {
    const asked = await world()
      .as('administrator')
      .get('/user', { Sudo: String(world().idOf('owner')) });
    expect([asked.status, asked.json]).toMatchObject([
      200,
      { id: world().idOf('owner') },
    ]);
    const administrator = world().idOf('administrator');
    const { token: weak } = await world()
      .as('administrator')
      .make('POST', `/users/${administrator}/personal_access_tokens`, {
        name: 'weak',
        scopes: ['api'],
        expires_at: inDays(2),
      });
    const unable = await world()
      .with(weak)
      .get('/user', { Sudo: String(administrator) });
    expect([unable.status, unable.json]).toMatchObject([
      403,
      { error: 'insufficient_scope', scope: 'sudo' },
    ]);
    await world().with(weak).send('DELETE', '/personal_access_tokens/self');
    const refused = await world().as('owner').get('/user', { Sudo: 'root' });
    expect([refused.status, refused.json]).toEqual([
      403,
      message('403 Forbidden - Must be admin to use sudo'),
    ]);
    const unknown = await world()
      .as('administrator')
      .get('/user', { Sudo: 'nobody-at-all' });
    expect([unknown.status, unknown.json]).toEqual([
      404,
      message("404 User with ID or username 'nobody-at-all' Not Found"),
    ]);
  });
});
