import { Fields } from '../testing/emulator';
import { World, inDays } from './World';
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

describe('impersonation tokens conform to GitLab', () => {
  const world = useWorld();
  const path = (w: World) =>
    `/users/${w.idOf('developer')}/impersonation_tokens`;
  const valid = { name: 'n', scopes: ['api'], expires_at: inDays(9) };
  const make = (fields = {}) =>
    world()
      .as('administrator')
      .make('POST', path(world()), {
        ...valid,
        ...fields,
      });

  it.each<Row>([
    {
      it: 'come with their value',
      as: 'administrator',
      send: w => ['POST', path(w), valid],
      status: 201,
      body: expect.objectContaining({
        impersonation: true,
        active: true,
        token: expect.any(String),
      }),
    },
    {
      it: 'may be dead from the start',
      as: 'administrator',
      send: w => ['POST', path(w), { ...valid, expires_at: '2016-01-01' }],
      status: 201,
      body: expect.objectContaining({ active: false }),
    },
    {
      it: 'need a name before anything else',
      as: 'administrator',
      send: w => ['POST', path(w), {}],
      status: 400,
      body: error('name is missing'),
    },
    {
      it: 'have only scopes that there are',
      as: 'administrator',
      send: w => ['POST', path(w), { ...valid, scopes: ['nothing'] }],
      status: 400,
      body: message({ scopes: ['can only contain available scopes'] }),
    },
    {
      it: 'have some scope',
      as: 'administrator',
      send: w => ['POST', path(w), { ...valid, scopes: undefined }],
      status: 400,
      body: message({ scopes: ["can't be blank"] }),
    },
    {
      it: 'get no expiry of their own accord',
      as: 'administrator',
      send: w => ['POST', path(w), { ...valid, expires_at: undefined }],
      status: 400,
      body: message({ expires_at: ["can't be blank"] }),
    },
    {
      it: 'are hidden from others, as are the people who do not exist',
      as: 'owner',
      send: () => ['GET', `/users/${UNKNOWN}/impersonation_tokens`],
      status: 403,
      body: FORBIDDEN,
    },
    {
      it: 'are nobody’s where there is nobody',
      as: 'administrator',
      send: () => ['GET', `/users/${UNKNOWN}/impersonation_tokens`],
      status: 404,
      body: message('404 User Not Found'),
    },
    {
      it: 'are asked for by state',
      as: 'administrator',
      send: w => ['GET', `${path(w)}?state=dead`],
      status: 400,
      body: error('state does not have a valid value'),
    },
    {
      it: 'are not found where there is none',
      as: 'administrator',
      send: w => ['GET', `${path(w)}/${UNKNOWN}`],
      status: 404,
      body: message('404 Impersonation Token Not Found'),
    },
  ])('$it ($as: $status)', async row => {
    expect(await answerTo(world(), row)).toEqual(answerOf(row));
  });

  it('are listed by state, and no other tokens with them', async () => {
    const dead = await make({ expires_at: '2016-01-01' });
    const alive = await make();
    const ids = async (query: string) =>
      (
        (
          await world()
            .as('administrator')
            .get(`${path(world())}${query}`)
        ).json as Fields[]
      ).map(({ id }) => id);
    expect(await ids('?state=active&per_page=100')).toContain(alive.id);
    expect(await ids('?state=active&per_page=100')).not.toContain(dead.id);
    expect(await ids('?state=inactive&per_page=100')).toContain(dead.id);
    const all = await world()
      .as('administrator')
      .get(`${path(world())}?per_page=100`);
    expect(all.json).toEqual(
      (all.json as Fields[]).map(() =>
        expect.objectContaining({ impersonation: true }),
      ),
    );
  });

  it('are revoked unless they changed meanwhile', async () => {
    const { id } = await make();
    const one = `${path(world())}/${id}`;
    const client = world().as('administrator');
    const late = await client.send('DELETE', one, {
      headers: { 'If-Unmodified-Since': 'Mon, 01 Jan 2018 00:00:00 GMT' },
    });
    expect([late.status, late.json]).toEqual([
      412,
      message('412 Precondition Failed'),
    ]);
    const gone = await client.send('DELETE', one);
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect((await client.get(one)).json).toMatchObject({ revoked: true });
  });

  it('cannot revoke themselves, and stay what they are when they are rotated', async () => {
    const token = await make();
    const self = await world()
      .with(token.token)
      .send('DELETE', '/personal_access_tokens/self');
    expect(self.status).toBe(400);
    const rotated = await world()
      .as('administrator')
      .sendJson('POST', `/personal_access_tokens/${token.id}/rotate`);
    expect(rotated.status).toBe(200);
    const { id } = rotated.json as Fields;
    const shown = await world()
      .as('administrator')
      .get(`${path(world())}/${id}`);
    expect(shown.json).toMatchObject({ id, impersonation: true });
  });
});
