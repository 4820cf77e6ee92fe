import { isVersionAtLeast } from '../presenters/version';
import { Person, World, inDays } from './World';
import {
  UNAUTHORIZED,
  Row,
  answerOf,
  answerTo,
  error,
  message,
  useWorld,
} from './rows';

const valid = {
  name: 'made',
  scopes: ['api'],
  access_level: 30,
  expires_at: inDays(20),
};

describe.each(['group', 'project'] as const)(
  '%s access tokens conform to GitLab',
  type => {
    const world = useWorld();
    const manager: Person = type === 'group' ? 'owner' : 'maintainer';
    const weak: Person = type === 'group' ? 'maintainer' : 'developer';
    const path = (w: World) => `/${type}s/${w[type]}/access_tokens`;
    const openPath = (w: World) =>
      `/${type}s/${
        type === 'group' ? w.openGroup : w.openProject
      }/access_tokens`;
    const refusedCreation = message(
      `400 Bad request - User does not have permission to create ${type} access token`,
    );
    const make = (fields = {}, person: Person = 'owner') =>
      world()
        .as(person)
        .make('POST', path(world()), { ...valid, ...fields });

    describe('that are made', () => {
      it.each<Row>([
        {
          it: 'come with their value',
          as: manager,
          send: w => ['POST', path(w), { ...valid, description: 'why' }],
          status: 201,
          body: expect.objectContaining({
            name: 'made',
            description: 'why',
            scopes: ['api'],
            access_level: 30,
            resource_type: type,
            active: true,
            expires_at: inDays(20),
            token: expect.stringMatching(/^[\w.-]{20,}$/),
          }),
        },
        {
          it: 'are maintainers unless asked otherwise',
          as: manager,
          send: w => ['POST', path(w), { ...valid, access_level: undefined }],
          status: 201,
          body: expect.objectContaining({ access_level: 40 }),
        },
        {
          it: 'are nothing above the maker',
          as: 'maintainer',
          send: w => ['POST', path(w), { ...valid, access_level: 50 }],
          status: 400,
          body:
            type === 'group'
              ? refusedCreation
              : message(
                  '400 Bad request - Access level of the token contains permissions not held by the creating user',
                ),
        },
        {
          it: 'are planners where an owner makes them',
          as: 'owner',
          send: w => ['POST', path(w), { ...valid, access_level: 15 }],
          status: 201,
          body: expect.objectContaining({ access_level: 15 }),
        },
        {
          it: 'are no planners where a maintainer makes them',
          as: 'maintainer',
          send: w => ['POST', path(w), { ...valid, access_level: 15 }],
          status: 400,
          body: expect.anything(),
        },
        ...[0, 5, 60].map(level => ({
          it: `do not have level ${level}`,
          as: manager,
          send: (w: World) =>
            ['POST', path(w), { ...valid, access_level: level }] as const,
          status: 400,
          body: error('access_level does not have a valid value'),
        })),
        {
          it: 'need a name and scopes',
          as: manager,
          send: w => ['POST', path(w), {}],
          status: 400,
          body: error('name is missing, scopes is missing'),
        },
        {
          it: 'do not read users',
          as: manager,
          send: w => ['POST', path(w), { ...valid, scopes: ['read_user'] }],
          status: 400,
          body: error('scopes does not have a valid value'),
        },
        {
          it: 'end within the allowed time',
          as: manager,
          send: w => ['POST', path(w), { ...valid, expires_at: inDays(401) }],
          status: 400,
          body: message(
            expect.stringMatching(
              /^400 Bad request - Expiration date must be before/,
            ),
          ),
        },
        {
          it: 'are not for lower roles to make',
          as: weak,
          send: w => ['POST', path(w), valid],
          status: 400,
          body: refusedCreation,
        },
        {
          it: 'are not for those to make who only see the place',
          as: 'stranger',
          send: w => ['POST', openPath(w), valid],
          status: 400,
          body: refusedCreation,
        },
        {
          it: 'are not made where one sees nothing',
          as: 'stranger',
          send: w => ['POST', path(w), valid],
          status: 404,
          body: message(
            `404 ${type === 'group' ? 'Group' : 'Project'} Not Found`,
          ),
        },
        {
          it: 'are for somebody known, whatever the parameters',
          as: 'nobody',
          send: w => ['POST', path(w), {}],
          status: 401,
          body: UNAUTHORIZED,
        },
      ])('$it ($as: $status)', async row => {
        expect(await answerTo(world(), row)).toEqual(answerOf(row));
      });

      it('name their expiry, since 18.7', async () => {
        const fields = { ...valid, expires_at: undefined };
        const answer = await world()
          .as('owner')
          .sendJson('POST', path(world()), fields);
        const defaulted = expect.objectContaining({ expires_at: inDays(365) });
        const expected = isVersionAtLeast(world().version, '18.7')
          ? [400, message('400 Bad request - expires_at is missing')]
          : [201, defaulted];
        expect([answer.status, answer.json]).toEqual(expected);
      });

      it('live for a year where their expiry is null', async () => {
        const { expires_at: end } = await make({ expires_at: null });
        expect(end).toBe(inDays(365));
      });

      it('get a bot each, with the name and the role of the token', async () => {
        const [one, other] = [await make(), await make()];
        expect(one.user_id).not.toBe(other.user_id);
        const self = await world().with(one.token).get('/user');
        expect(self.json).toMatchObject({
          id: one.user_id,
          bot: true,
          name: 'made',
          username: expect.stringMatching(
            new RegExp(`^${type}_${world()[type]}_bot_[0-9a-f]{16,32}$`),
          ),
        });
        const member = await world()
          .as('owner')
          .get(`/${type}s/${world()[type]}/members/all/${one.user_id}`);
        expect(member.json).toMatchObject({ access_level: 30 });
      });

      it('may list and revoke others of theirs, but neither make nor rotate any', async () => {
        const bot = await make({ access_level: type === 'group' ? 50 : 40 });
        const other = await make();
        const client = world().with(bot.token);
        expect((await client.get(path(world()))).status).toBe(200);
        const made = await client.sendJson('POST', path(world()), valid);
        expect([made.status, made.json]).toEqual([400, refusedCreation]);
        const one = `${path(world())}/${other.id}`;
        const rotated = await client.sendJson('POST', `${one}/rotate`);
        expect([rotated.status, rotated.json]).toEqual([401, UNAUTHORIZED]);
        expect((await client.send('DELETE', one)).status).toBe(204);
      });
    });
  },
);
