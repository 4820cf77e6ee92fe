import { Fields } from '../testing/emulator';
import { Person, World, inDays } from './World';
import {
  UNAUTHORIZED,
  Row,
  answerOf,
  answerTo,
  message,
  useWorld,
} from './rows';

const UNKNOWN = 987_654_321;

const valid = {
  name: 'made',
  scopes: ['api'],
  access_level: 30,
  expires_at: inDays(20),
};

describe.each(['group', 'project'] as const)(
  'changes of %s access tokens conform to GitLab',
  type => {
    const world = useWorld();
    const manager: Person = type === 'group' ? 'owner' : 'maintainer';
    const weak: Person = type === 'group' ? 'maintainer' : 'developer';
    const path = (w: World) => `/${type}s/${w[type]}/access_tokens`;
    const openPath = (w: World) =>
      `/${type}s/${
        type === 'group' ? w.openGroup : w.openProject
      }/access_tokens`;
    const make = (fields = {}, person: Person = 'owner') =>
      world()
        .as(person)
        .make('POST', path(world()), { ...valid, ...fields });
    const show = async (id: number) =>
      (
        await world()
          .as('administrator')
          .get(`${path(world())}/${id}`)
      ).json as Fields;
    const rotate = (person: Person, id: unknown, body?: unknown) =>
      world()
        .as(person)
        .sendJson('POST', `${path(world())}/${id}/rotate`, body);

    describe('that are rotated', () => {
      it('keep their bot and get a week', async () => {
        const old = await make({ description: 'why' });
        const { status, json } = await rotate(manager, old.id);
        expect([status, json]).toMatchObject([
          200,
          {
            name: 'made',
            description: 'why',
            user_id: old.user_id,
            access_level: 30,
            expires_at: inDays(7),
            token: expect.any(String),
          },
        ]);
        expect(await show(old.id)).toMatchObject({ revoked: true });
      });

      it('are refused in the ways of their family', async () => {
        const strong = await make({ access_level: 50 });
        const rest = await make();
        await rotate('owner', rest.id);
        const answers = [
          await rotate(weak, strong.id),
          await rotate('owner', UNKNOWN),
          await rotate('administrator', UNKNOWN),
          await rotate('owner', rest.id),
          await rotate('stranger', strong.id),
        ];
        expect(answers.map(({ status, json }) => [status, json])).toEqual([
          [401, UNAUTHORIZED],
          [401, UNAUTHORIZED],
          [404, message('404 Not Found')],
          [400, message('400 Bad request - Token already revoked')],
          [404, expect.anything()],
        ]);
        const aboveOwn = message(
          '400 Bad request - Not eligible to rotate tokens with permissions not held by the user',
        );
        const above = await rotate('maintainer', strong.id);
        expect([above.status, above.json]).toEqual(
          type === 'project' ? [400, aboveOwn] : [401, UNAUTHORIZED],
        );
      });

      it('rotate themselves, at home only', async () => {
        const { token } = await make({ scopes: ['self_rotate'] });
        const client = world().with(token);
        const abroad = await client.sendJson(
          'POST',
          `${openPath(world())}/self/rotate`,
        );
        expect([abroad.status, abroad.json]).toEqual([401, UNAUTHORIZED]);
        const own = `${path(world())}/self/rotate`;
        const human = await world().as('owner').sendJson('POST', own);
        expect([human.status, human.json]).toEqual([
          405,
          message('405 Method Not Allowed'),
        ]);
        const home = await client.sendJson('POST', own);
        expect([home.status, home.json]).toMatchObject([
          200,
          { access_level: 30, resource_type: type },
        ]);
      });

      it('take their descendants with them when they are used to rotate once more', async () => {
        const first = await make();
        const own = `${path(world())}/self/rotate`;
        const by = (token: string) => world().with(token).sendJson('POST', own);
        const second = (await by(first.token)).json as Fields;
        expect((await by(first.token)).status).toBe(401);
        expect(await show(second.id)).toMatchObject({ revoked: true });
      });
    });

    describe('that are revoked or read', () => {
      it('stay, and may be revoked again', async () => {
        const { id } = await make();
        const one = `${path(world())}/${id}`;
        for (const person of [manager, 'administrator'] as const) {
          const answer = await world().as(person).send('DELETE', one);
          expect([answer.status, answer.text]).toEqual([204, '']);
        }
        expect(await show(id)).toMatchObject({ revoked: true });
      });

      it('are named before it is asked who may revoke them', async () => {
        const { id, name } = await make();
        const unknown = message(`404 ${type} Access Token Not Found`);
        const remove = (one: unknown) =>
          world()
            .as(weak)
            .send('DELETE', `${path(world())}/${one}`);
        for (const one of [UNKNOWN, 'none']) {
          const answer = await remove(one);
          expect([answer.status, answer.json]).toEqual([404, unknown]);
        }
        const refused = await remove(id);
        expect([refused.status, refused.json]).toEqual([
          400,
          message(`400 Bad request - The ${weak} cannot delete ${name}`),
        ]);
        expect(await show(id)).toMatchObject({ active: true });
      });

      it('need their bot', async () => {
        const { id, user_id: bot } = await make();
        await world()
          .as('administrator')
          .send('DELETE', `/${type}s/${world()[type]}/members/${bot}`);
        const answer = await world()
          .as('owner')
          .send('DELETE', `${path(world())}/${id}`);
        expect([answer.status, answer.json]).toEqual([
          400,
          message('400 Bad request - Failed to find bot user'),
        ]);
      });

      it.each<Row>([
        {
          it: 'are not for lower roles to read',
          as: weak,
          send: w => ['GET', path(w)],
          status: 401,
          body: UNAUTHORIZED,
        },
        {
          it: 'are not for those to read who only see the place',
          as: 'stranger',
          send: w => ['GET', openPath(w)],
          status: 401,
          body: UNAUTHORIZED,
        },
      ])('$it ($as: $status)', async row => {
        expect(await answerTo(world(), row)).toEqual(answerOf(row));
      });
    });
  },
);
