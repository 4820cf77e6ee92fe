import { World, inDays } from './World';
import {
  FORBIDDEN,
  UNAUTHORIZED,
  Row,
  answerOf,
  answerTo,
  error,
  message,
  useWorld,
} from './rows';

const UNKNOWN = 987_654_321;

describe('personal access tokens conform to GitLab', () => {
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

  describe('made by administrators', () => {
    it.each<Row>([
      {
        it: 'come with their value',
        as: 'administrator',
        send: w => [
          'POST',
          forUser(w),
          { name: 'n', scopes: ['read_api', 'sudo'], expires_at: inDays(3) },
        ],
        status: 201,
        body: expect.objectContaining({
          name: 'n',
          revoked: false,
          active: true,
          scopes: expect.arrayContaining(['read_api', 'sudo']),
          last_used_at: null,
          expires_at: inDays(3),
          token: expect.stringMatching(/^[\w.-]{20,}$/),
        }),
      },
      {
        it: 'take their scopes as one text with commas',
        as: 'administrator',
        send: w => ['POST', forUser(w), { name: 'n', scopes: 'api,read_user' }],
        status: 201,
        body: expect.objectContaining({ scopes: ['api', 'read_user'] }),
      },
      {
        it: 'may be dead from the start',
        as: 'administrator',
        send: w => [
          'POST',
          forUser(w),
          { name: 'n', scopes: ['api'], expires_at: '2020-01-01' },
        ],
        status: 201,
        body: expect.objectContaining({
          active: false,
          expires_at: '2020-01-01',
        }),
      },
      {
        it: 'need a name and scopes',
        as: 'administrator',
        send: w => ['POST', forUser(w), {}],
        status: 400,
        body: error('name is missing, scopes is missing'),
      },
      {
        it: 'need at least one scope',
        as: 'administrator',
        send: w => ['POST', forUser(w), { name: 'n', scopes: [] }],
        status: 422,
        body: message("Scopes can't be blank"),
      },
      {
        it: 'have no unknown scope',
        as: 'administrator',
        send: w => ['POST', forUser(w), { name: 'n', scopes: ['nothing'] }],
        status: 400,
        body: error('scopes does not have a valid value'),
      },
      {
        it: 'have a date as their expiry',
        as: 'administrator',
        send: w => [
          'POST',
          forUser(w),
          { name: 'n', scopes: ['api'], expires_at: 'soon' },
        ],
        status: 400,
        body: error('expires_at is invalid'),
      },
      {
        it: 'are not for others to make',
        as: 'owner',
        send: w => ['POST', forUser(w), {}],
        status: 403,
        body: FORBIDDEN,
      },
      {
        it: 'are not for nobody to make',
        as: 'nobody',
        send: w => ['POST', forUser(w), {}],
        status: 401,
        body: UNAUTHORIZED,
      },
      {
        it: 'are not made for nobody',
        as: 'administrator',
        send: () => [
          'POST',
          `/users/${UNKNOWN}/personal_access_tokens`,
          { name: 'n', scopes: ['api'] },
        ],
        status: 404,
        body: message('404 User Not Found'),
      },
    ])('$it ($as: $status)', async row => {
      expect(await answerTo(world(), row)).toEqual(answerOf(row));
    });

    it('expire after the longest time that is allowed, if nothing was said', async () => {
      const token = await make({ expires_at: undefined });
      expect([inDays(365), inDays(400)]).toContain(token.expires_at);
      const later = await world()
        .as('administrator')
        .sendJson('POST', forUser(world()), {
          name: 'n',
          scopes: ['api'],
          expires_at: inDays(401),
        });
      expect([later.status, later.json]).toEqual([
        422,
        message(`Expiration date must be before ${token.expires_at}`),
      ]);
    });
  });

  describe('made by people for themselves', () => {
    const path = '/user/personal_access_tokens';
    it.each<Row>([
      {
        it: 'can have harmless scopes',
        as: 'developer',
        send: () => ['POST', path, { name: 'n', scopes: ['k8s_proxy'] }],
        status: 201,
        body: expect.objectContaining({ scopes: ['k8s_proxy'] }),
      },
      {
        it: 'can have no other scope',
        as: 'developer',
        send: () => ['POST', path, { name: 'n', scopes: ['api'] }],
        status: 400,
        body: error('scopes does not have a valid value'),
      },
      {
        it: 'need a scope',
        as: 'developer',
        send: () => ['POST', path, { name: 'n', scopes: [] }],
        status: 422,
        body: message("Scopes can't be blank"),
      },
    ])('$it ($as: $status)', async row => {
      expect(await answerTo(world(), row)).toEqual(answerOf(row));
    });
  });
});
