import { Fields } from '../testing/emulator';
import { Person, World } from './World';
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

const SECRET = 'glpat-aB3.de_f-9xyz';

describe.each(['group', 'project'] as const)(
  'CI/CD variables of a %s conform to GitLab',
  type => {
    const world = useWorld();
    const manager: Person = type === 'group' ? 'owner' : 'maintainer';
    const weak: Person = type === 'group' ? 'maintainer' : 'developer';
    const missing = message(
      `404 ${type === 'group' ? 'GroupVariable' : 'Variable'} Not Found`,
    );
    const path = (w: World) => `/${type}s/${w[type]}/variables`;
    const make = (fields: object) =>
      world().as(manager).make('POST', path(world()), fields);
    const change = (key: string, fields: object, query = '') =>
      world()
        .as(manager)
        .sendJson('PUT', `${path(world())}/${key}${query}`, fields);

    it.each<Row>([
      {
        it: 'have defaults',
        as: manager,
        send: w => ['POST', path(w), { key: 'PLAIN', value: 'v' }],
        status: 201,
        body: {
          variable_type: 'env_var',
          key: 'PLAIN',
          value: 'v',
          hidden: false,
          protected: false,
          masked: false,
          raw: false,
          environment_scope: '*',
          description: null,
        },
      },
      {
        it: 'are there once',
        as: manager,
        send: w => ['POST', path(w), { key: 'PLAIN', value: 'w' }],
        status: 400,
        body: message({ key: ['(PLAIN) has already been taken'] }),
      },
      {
        it: 'may hold a masked token',
        as: manager,
        send: w => [
          'POST',
          path(w),
          {
            key: 'TOKEN',
            value: SECRET,
            masked: true,
            protected: true,
            raw: true,
            variable_type: 'file',
            description: 'why',
          },
        ],
        status: 201,
        body: expect.objectContaining({
          value: SECRET,
          masked: true,
          protected: true,
          raw: true,
          variable_type: 'file',
          description: 'why',
        }),
      },
      ...['short', 'has spaces in it', 'quote"quote"'].map(value => ({
        it: `cannot mask ${value}`,
        as: manager,
        send: (w: World) =>
          ['POST', path(w), { key: 'M', value, masked: true }] as const,
        status: 400,
        body: message({ value: ['is invalid'] }),
      })),
      {
        it: 'mask more where nothing is expanded in them',
        as: manager,
        send: w => [
          'POST',
          path(w),
          { key: 'RAW', value: 'quote"quote"', masked: true, raw: true },
        ],
        status: 201,
        body: expect.objectContaining({ masked: true }),
      },
      {
        it: 'hide what they are made to hide',
        as: manager,
        send: w => [
          'POST',
          path(w),
          { key: 'HIDDEN', value: SECRET, masked_and_hidden: true },
        ],
        status: 201,
        body: expect.objectContaining({
          value: null,
          hidden: true,
          masked: true,
        }),
      },
      {
        it: 'are not unmasked once they are hidden',
        as: manager,
        send: w => ['PUT', `${path(w)}/HIDDEN`, { masked: false }],
        status: 400,
        body: message({
          base: [
            'The visibility setting cannot be changed for masked and hidden variables.',
          ],
        }),
      },
      {
        it: 'have names of letters, digits and underscores',
        as: manager,
        send: w => ['POST', path(w), { key: 'A-B', value: 'v' }],
        status: 400,
        body: message({
          key: ["can contain only letters, digits and '_'."],
        }),
      },
      {
        it: 'need a name and a value',
        as: manager,
        send: w => ['POST', path(w), {}],
        status: 400,
        body: error('key is missing, value is missing'),
      },
      {
        it: 'are refused to lower roles, whatever the parameters',
        as: weak,
        send: w => ['POST', path(w), {}],
        status: 403,
        body: FORBIDDEN,
      },
      {
        it: 'are refused to lower roles that only read',
        as: weak,
        send: w => ['GET', path(w)],
        status: 403,
        body: FORBIDDEN,
      },
      {
        it: 'are for somebody known',
        as: 'nobody',
        send: w => ['GET', path(w)],
        status: 401,
        body: UNAUTHORIZED,
      },
      {
        it: 'are not found where there is none',
        as: manager,
        send: w => ['GET', `${path(w)}/NONE`],
        status: 404,
        body: missing,
      },
      {
        it: 'are not changed where there is none',
        as: manager,
        send: w => ['PUT', `${path(w)}/NONE`, { value: 'v' }],
        status: 404,
        body: missing,
      },
      {
        it: 'are not deleted where there is none',
        as: manager,
        send: w => ['DELETE', `${path(w)}/NONE`],
        status: 404,
        body: missing,
      },
    ])('$it ($as: $status)', async row => {
      expect(await answerTo(world(), row)).toEqual(answerOf(row));
    });

    it('are changed, listed and deleted', async () => {
      await make({ key: 'CHANGED', value: 'old', protected: true });
      const changed = await change('CHANGED', { value: SECRET, masked: true });
      expect([changed.status, changed.json]).toMatchObject([
        200,
        { value: SECRET, masked: true, protected: true },
      ]);
      const refused = await change('CHANGED', { value: 'short' });
      expect([refused.status, refused.json]).toEqual([
        400,
        message({ value: ['is invalid'] }),
      ]);
      const client = world().as(manager);
      const listed = (await client.get(`${path(world())}?per_page=100`))
        .json as Fields[];
      expect(listed).toContainEqual(changed.json);
      const one = `${path(world())}/CHANGED`;
      expect((await client.get(one)).json).toEqual(changed.json);
      const deleted = await client.send('DELETE', one);
      expect([deleted.status, deleted.text]).toEqual([204, '']);
      expect((await client.get(one)).status).toBe(404);
    });

    it('need their scope to be told apart', async () => {
      if (type === 'group' && !world().isEnterprise) {
        return;
      }
      await make({ key: 'SCOPED', value: 'one', environment_scope: 'one' });
      await make({ key: 'SCOPED', value: 'two', environment_scope: 'two' });
      const client = world().as(manager);
      const both = await client.get(`${path(world())}/SCOPED`);
      expect([both.status, both.json]).toEqual([
        409,
        message(
          "There are multiple variables with provided parameters. Please use 'filter[environment_scope]'",
        ),
      ]);
      const filter = '?filter[environment_scope]=two';
      const two = await client.get(`${path(world())}/SCOPED${filter}`);
      expect(two.json).toMatchObject({ value: 'two' });
      const changed = await change('SCOPED', {
        value: 'new',
        filter: { environment_scope: 'two' },
      });
      expect(changed.json).toMatchObject({
        value: 'new',
        environment_scope: 'two',
      });
      const clashing = { environment_scope: 'one' };
      const clash = await change('SCOPED', clashing, filter);
      expect([clash.status, clash.json]).toEqual([
        400,
        message({ key: ['(SCOPED) has already been taken'] }),
      ]);
      const deleted = await client.send(
        'DELETE',
        `${path(world())}/SCOPED${filter}`,
      );
      expect(deleted.status).toBe(204);
      const left = await client.get(`${path(world())}/SCOPED`);
      expect(left.json).toMatchObject({ value: 'one' });
    });
  },
);
