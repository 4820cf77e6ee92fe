import { Fields } from '../testing/emulator';
import { inDays } from './World';
import {
  FORBIDDEN,
  Row,
  answerOf,
  answerTo,
  error,
  message,
  useWorld,
} from './rows';

const valid = { name: 'made', scopes: ['read_repository'] };

describe('what is asked of any token conforms to GitLab', () => {
  const world = useWorld();
  const ask = (method: string, token: string) =>
    world()
      .as('administrator')
      .send(method, '/admin/token', { body: JSON.stringify({ token }) });

  it.each<Row>([
    {
      it: 'is not for others',
      as: 'owner',
      send: () => ['POST', '/admin/token', {}],
      status: 403,
      body: FORBIDDEN,
    },
    {
      it: 'needs a value',
      as: 'administrator',
      send: () => ['POST', '/admin/token', {}],
      status: 400,
      body: error('token is missing'),
    },
    {
      it: 'does not know other kinds of values',
      as: 'administrator',
      send: () => ['POST', '/admin/token', { token: 'no-prefix' }],
      status: 422,
      body: message('Token type not supported.'),
    },
    {
      it: 'does not find what is not there',
      as: 'administrator',
      send: () => ['POST', '/admin/token', { token: 'gldt-nothing' }],
      status: 404,
      body: message({ error: 'Not found' }),
    },
  ])('$it ($as: $status)', async row => {
    expect(await answerTo(world(), row)).toEqual(answerOf(row));
  });

  it('finds and revokes both kinds of token', async () => {
    const deploy = await world()
      .as('owner')
      .make('POST', `/projects/${world().project}/deploy_tokens`, valid);
    const project = await world()
      .as('owner')
      .make('POST', `/projects/${world().project}/access_tokens`, {
        name: 'made',
        scopes: ['api'],
        expires_at: inDays(3),
      });
    for (const { id, token } of [deploy, project]) {
      const before = await ask('POST', token);
      expect([before.status, before.json]).toMatchObject([
        200,
        { id, revoked: false },
      ]);
      const revoked = await ask('DELETE', token);
      expect([revoked.status, revoked.text]).toEqual([204, '']);
      const after = (await ask('POST', token)).json as Fields;
      expect(after).toMatchObject({ id, revoked: true });
    }
  });
});
