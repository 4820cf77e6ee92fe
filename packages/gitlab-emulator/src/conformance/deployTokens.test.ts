import { Person, World, inDays } from './World';
import {
  FORBIDDEN,
  Row,
  answerOf,
  answerTo,
  error,
  message,
  useWorld,
} from './rows';

const UNKNOWN = 987_654_321;

const valid = { name: 'made', scopes: ['read_repository'] };

describe.each(['group', 'project'] as const)(
  'deploy tokens of a %s conform to GitLab',
  type => {
    const world = useWorld();
    const manager: Person = type === 'group' ? 'owner' : 'maintainer';
    const weak: Person = type === 'group' ? 'maintainer' : 'developer';
    const path = (w: World) => `/${type}s/${w[type]}/deploy_tokens`;
    const openPath = (w: World) =>
      `/${type}s/${
        type === 'group' ? w.openGroup : w.openProject
      }/deploy_tokens`;
    const make = (fields = {}) =>
      world()
        .as('owner')
        .make('POST', path(world()), { ...valid, ...fields });

    it.each<Row>([
      {
        it: 'come with their value and never expire',
        as: manager,
        send: w => ['POST', path(w), valid],
        status: 201,
        body: {
          id: expect.any(Number),
          name: 'made',
          username: expect.stringMatching(/^gitlab\+deploy-token-\d+$/),
          expires_at: null,
          scopes: ['read_repository'],
          revoked: false,
          expired: false,
          token: expect.stringMatching(/^(gldt-)?[\w-]{20,}$/),
        },
      },
      {
        it: 'show their scopes in GitLab’s order',
        as: manager,
        send: w => [
          'POST',
          path(w),
          {
            name: 'n',
            username: 'dr.o+y_s-1',
            scopes: 'write_registry,read_registry,read_repository',
            expires_at: `${inDays(-1)}T00:00:00Z`,
          },
        ],
        status: 201,
        body: expect.objectContaining({
          username: 'dr.o+y_s-1',
          scopes: ['read_repository', 'read_registry', 'write_registry'],
          expires_at: `${inDays(-1)}T00:00:00.000Z`,
          expired: true,
        }),
      },
      {
        it: 'say on their last day that they are not expired',
        as: manager,
        send: w => ['POST', path(w), { ...valid, expires_at: inDays(0) }],
        status: 201,
        body: expect.objectContaining({ expired: false }),
      },
      {
        it: 'need a name and scopes',
        as: manager,
        send: w => ['POST', path(w), {}],
        status: 400,
        body: error('name is missing, scopes is missing'),
      },
      {
        it: 'need a scope',
        as: manager,
        send: w => ['POST', path(w), { name: 'n', scopes: [] }],
        status: 400,
        body: message("Scopes can't be blank"),
      },
      {
        it: 'do not use the API',
        as: manager,
        send: w => ['POST', path(w), { name: 'n', scopes: ['api'] }],
        status: 400,
        body: error('scopes does not have a valid value'),
      },
      {
        it: 'expire at a time',
        as: manager,
        send: w => ['POST', path(w), { ...valid, expires_at: 'soon' }],
        status: 400,
        body: error('expires_at is invalid'),
      },
      {
        it: 'have names that a URL can bear',
        as: manager,
        send: w => ['POST', path(w), { ...valid, username: 'o/o' }],
        status: 400,
        body: message(expect.stringMatching(/^Username can contain only/)),
      },
      {
        it: 'are not for lower roles to make',
        as: weak,
        send: w => ['POST', path(w), valid],
        status: 403,
        body: FORBIDDEN,
      },
      {
        it: 'are forbidden to nobody in particular where the place is public',
        as: 'nobody',
        send: w => ['POST', openPath(w), valid],
        status: 403,
        body: FORBIDDEN,
      },
      {
        it: 'are hidden with their place',
        as: 'stranger',
        send: w => ['POST', path(w), valid],
        status: 404,
        body: message(
          `404 ${type === 'group' ? 'Group' : 'Project'} Not Found`,
        ),
      },
      {
        it: 'cannot be rotated',
        as: manager,
        send: w => ['POST', `${path(w)}/1/rotate`, {}],
        status: 404,
        body: error('404 Not Found'),
      },
      {
        it: 'are not deleted where there is none',
        as: manager,
        send: w => ['DELETE', `${path(w)}/${UNKNOWN}`],
        status: 404,
        body: message('404 Not found'),
      },
      {
        it: 'are not for lower roles to delete',
        as: weak,
        send: w => ['DELETE', `${path(w)}/${UNKNOWN}`],
        status: 403,
        body: FORBIDDEN,
      },
    ])('$it ($as: $status)', async row => {
      expect(await answerTo(world(), row)).toEqual(answerOf(row));
    });

    it('are gone when they are deleted', async () => {
      const { id } = await make();
      const one = `${path(world())}/${id}`;
      const client = world().as(manager);
      expect((await client.get(one)).status).toBe(200);
      const deleted = await client.send('DELETE', one);
      expect([deleted.status, deleted.text]).toEqual([204, '']);
      const after = await client.get(one);
      expect([after.status, after.json]).toEqual([
        404,
        message('404 Not found'),
      ]);
    });

    it('do not authenticate where tokens are managed', async () => {
      const { token } = await make();
      const answer = await world()
        .with(token)
        .send('POST', '/personal_access_tokens/self/rotate');
      expect([answer.status, answer.json]).toEqual([
        401,
        message('401 Unauthorized'),
      ]);
    });
  },
);
