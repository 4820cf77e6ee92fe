import { Fields } from '../testing/emulator';
import { World, inDays } from './World';
import {
  FORBIDDEN,
  Row,
  UNAUTHORIZED,
  answerOf,
  answerTo,
  message,
  useWorld,
} from './rows';

const UNKNOWN = 987_654_321;

describe('people, groups and projects conform to GitLab', () => {
  const world = useWorld();
  const person = (w: World) => ({
    username: `${w.mark}-new`,
    name: 'New',
    email: `${w.mark}-new@example.com`,
    force_random_password: true,
    skip_confirmation: true,
  });

  it.each<Row>([
    {
      it: 'people are made by administrators only',
      as: 'owner',
      send: w => ['POST', '/users', person(w)],
      status: 403,
      body: FORBIDDEN,
    },
    {
      it: 'people are there once',
      as: 'administrator',
      send: w => [
        'POST',
        '/users',
        { ...person(w), username: `${w.mark}-owner` },
      ],
      status: 409,
      body: message('Username has already been taken'),
    },
    {
      it: 'people are not deleted where there is nobody',
      as: 'administrator',
      send: () => ['DELETE', `/users/${UNKNOWN}`],
      status: 404,
      body: message('404 User Not Found'),
    },
    {
      it: 'groups are there once',
      as: 'administrator',
      send: w => ['POST', '/groups', { name: 'n', path: `${w.mark}-private` }],
      status: 400,
      body: message(expect.stringContaining('has already been taken')),
    },
    {
      it: 'groups are made by somebody known',
      as: 'nobody',
      send: () => ['POST', '/groups', {}],
      status: 401,
      body: UNAUTHORIZED,
    },
    {
      it: 'groups are deleted by their owners only',
      as: 'maintainer',
      send: w => ['DELETE', `/groups/${w.group}`],
      status: 403,
      body: FORBIDDEN,
    },
    {
      it: 'projects are there once',
      as: 'administrator',
      send: w => [
        'POST',
        '/projects',
        { name: 'project', namespace_id: w.group },
      ],
      status: 400,
      body: message(
        expect.objectContaining({ path: ['has already been taken'] }),
      ),
    },
    {
      it: 'projects are deleted by their owners only',
      as: 'maintainer',
      send: w => ['DELETE', `/projects/${w.project}`],
      status: 403,
      body: FORBIDDEN,
    },
    {
      it: 'members are added by owners only',
      as: 'maintainer',
      send: w => [
        'POST',
        `/groups/${w.group}/members`,
        { user_id: w.idOf('stranger'), access_level: 10 },
      ],
      status: 403,
      body: FORBIDDEN,
    },
    {
      it: 'members are added once',
      as: 'owner',
      send: w => [
        'POST',
        `/groups/${w.group}/members`,
        { user_id: w.idOf('developer'), access_level: 10 },
      ],
      status: 409,
      body: message('Member already exists'),
    },
    {
      it: 'members are people',
      as: 'owner',
      send: w => [
        'POST',
        `/groups/${w.group}/members`,
        { user_id: UNKNOWN, access_level: 10 },
      ],
      status: 404,
      body: message('404 User Not Found'),
    },
    {
      it: 'members are not removed where there is none',
      as: 'owner',
      send: w => ['DELETE', `/groups/${w.group}/members/${w.idOf('stranger')}`],
      status: 404,
      body: message('404 Not found'),
    },
  ])('$it ($as: $status)', async row => {
    expect(await answerTo(world(), row)).toEqual(answerOf(row));
  });

  it('members come, change and go', async () => {
    const id = world().idOf('stranger');
    const members = `/projects/${world().project}/members`;
    const owner = world().as('owner');
    const added = await owner.sendJson('POST', members, {
      user_id: id,
      access_level: 20,
      expires_at: inDays(5),
    });
    expect([added.status, added.json]).toMatchObject([
      201,
      { id, access_level: 20, expires_at: inDays(5) },
    ]);
    const changed = await owner.sendJson('PUT', `${members}/${id}`, {
      access_level: 30,
    });
    expect([changed.status, changed.json]).toMatchObject([
      200,
      { id, access_level: 30 },
    ]);
    const gone = await owner.send('DELETE', `${members}/${id}`);
    expect([gone.status, gone.text]).toEqual([204, '']);
    const after = await world()
      .as('stranger')
      .get(`/projects/${world().project}`);
    expect(after.status).toBe(404);
  });

  it('groups show what is in them', async () => {
    const path = `${world().mark}-inner`;
    const inner = await world().as('owner').make('POST', '/groups', {
      name: path,
      path,
      parent_id: world().group,
    });
    const project = await world().as('owner').make('POST', '/projects', {
      name: 'Inner Project',
      namespace_id: inner.id,
    });
    expect(project).toMatchObject({ path: 'inner-project' });
    const ids = async (sub: string) => {
      const answer = await world()
        .as('owner')
        .get(`/groups/${world().group}/${sub}`);
      return (answer.json as Fields[]).map(({ id }) => id);
    };
    expect(await ids('subgroups')).toEqual([inner.id]);
    expect(await ids('descendant_groups')).toEqual([inner.id]);
    expect(await ids('projects')).toEqual([world().project]);
    const all = await ids('projects?include_subgroups=true');
    expect(all.sort()).toEqual([world().project, project.id].sort());
  });
});
