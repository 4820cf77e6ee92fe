import { useEmulator } from '../testing/emulator';
import { anOrganisation } from '../testing/seeds';

const namesOf = (json: unknown, field: string) =>
  (json as Record<string, unknown>[]).map(entry => entry[field]);

describe('groups', () => {
  const gitlab = useEmulator(anOrganisation());
  const list = async (token: string | undefined, query = '') =>
    namesOf((await gitlab.as(token).get(`/groups${query}`)).json, 'full_path');

  it.each<[string | undefined, string, string[]]>([
    [undefined, '', ['open']],
    ['glpat-stranger', '', []],
    ['glpat-stranger', '?all_available=true', ['open']],
    ['glpat-developer', '', ['example-org', 'example-org/payments']],
    ['glpat-developer', '?top_level_only=true', ['example-org']],
    ['glpat-developer', '?search=PAY', ['example-org/payments']],
    ['glpat-developer', '?owned=true', []],
    [
      'glpat-owner',
      '?min_access_level=50&sort=desc',
      ['example-org/payments', 'example-org'],
    ],
    ['glpat-owner', '?skip_groups[]=10', ['example-org/payments']],
    [
      'glpat-root',
      '?order_by=id',
      ['example-org', 'example-org/payments', 'open'],
    ],
    ['glpat-root', '?visibility=public', ['open']],
  ])('lists for %s with "%s"', async (token, query, paths) => {
    expect(await list(token, query)).toEqual(paths);
  });

  it.each<[string | undefined, string, number]>([
    ['glpat-developer', '/groups/11', 200],
    ['glpat-developer', '/groups/example-org%2Fpayments', 200],
    ['glpat-developer', '/groups/EXAMPLE-ORG', 200],
    ['glpat-developer', '/groups/example-org/payments', 404],
    ['glpat-stranger', '/groups/10', 404],
    ['glpat-stranger', '/groups/open', 200],
    [undefined, '/groups/10', 404],
    [undefined, '/groups/open', 200],
    ['glpat-root', '/groups/nothing', 404],
  ])('answers %s asking %s with %i', async (token, path, status) => {
    expect((await gitlab.as(token).get(path)).status).toBe(status);
  });

  it('shows a group with the projects directly in it', async () => {
    const { json } = await gitlab.as('glpat-owner').get('/groups/11');
    expect(json).toMatchObject({
      id: 11,
      full_path: 'example-org/payments',
      full_name: 'example-org / payments',
      parent_id: 10,
      web_url: `${gitlab.emulator.url}/groups/example-org/payments`,
      projects: [{ id: 21, path_with_namespace: 'example-org/payments/api' }],
    });
    const without = await gitlab
      .as('glpat-owner')
      .get('/groups/11?with_projects=false');
    expect(without.json).not.toHaveProperty('projects');
  });
});

describe('projects', () => {
  const gitlab = useEmulator(anOrganisation());

  it.each<[string | undefined, string, number[]]>([
    [undefined, '', [22]],
    ['glpat-stranger', '', [22]],
    ['glpat-developer', '', [23, 22, 21, 20]],
    ['glpat-developer', '?membership=true&order_by=id&sort=asc', [20, 21, 23]],
    ['glpat-developer', '?min_access_level=40&order_by=id&sort=asc', [21, 23]],
    ['glpat-developer', '?owned=true', [23]],
    ['glpat-developer', '?search=por', [20]],
    ['glpat-developer', '?search=payments&search_namespaces=true', [21]],
    ['glpat-developer', '?id_after=21&visibility=private', [23]],
    ['glpat-root', '?order_by=name&sort=asc', [21, 23, 20, 22]],
  ])('lists for %s with "%s"', async (token, query, ids) => {
    const answer = await gitlab.as(token).get(`/projects${query}`);
    expect(namesOf(answer.json, 'id')).toEqual(ids);
  });

  it('shows a project with what the caller may do in it', async () => {
    const show = async (token: string) =>
      (await gitlab.as(token).get('/projects/example-org%2Fpayments%2Fapi'))
        .json;
    const access = (level: number) => ({
      access_level: level,
      notification_level: 3,
    });
    expect(await show('glpat-developer')).toMatchObject({
      id: 21,
      permissions: { project_access: access(40), group_access: access(30) },
    });
    expect(await show('glpat-owner')).toMatchObject({
      permissions: { project_access: null, group_access: access(50) },
    });
    expect(await show('glpat-root')).toMatchObject({
      permissions: { project_access: null, group_access: null },
    });
  });

  it('shows a project in the namespace of a user', async () => {
    const { json } = await gitlab
      .as('glpat-developer')
      .get('/projects/developer%2Fdotfiles');
    expect(json).toMatchObject({
      id: 23,
      namespace: { kind: 'user', full_path: 'developer' },
      permissions: { project_access: { access_level: 50 }, group_access: null },
    });
  });

  it('does not show what may not be seen', async () => {
    const answer = await gitlab.as('glpat-stranger').get('/projects/20');
    expect([answer.status, answer.json]).toEqual([
      404,
      { message: '404 Project Not Found' },
    ]);
  });
});

describe('members', () => {
  const gitlab = useEmulator(
    anOrganisation({
      tokens: [
        {
          kind: 'group',
          groupId: 10,
          userId: 900,
          name: 'bot',
          scopes: ['api'],
          accessLevel: 30,
        },
      ],
    }),
  );
  const levels = async (path: string) => {
    const { json } = await gitlab.as('glpat-owner').get(path);
    return (json as { id: number; access_level: number }[]).map(member => [
      member.id,
      member.access_level,
    ]);
  };

  it('inherits downwards, with the highest role of each', async () => {
    expect(await levels('/projects/21/members')).toEqual([[4, 40]]);
    expect(await levels('/projects/21/members/all')).toEqual([
      [2, 50],
      [3, 40],
      [4, 40],
      [900, 30],
    ]);
    expect(await levels('/groups/11/members')).toEqual([]);
    expect(await levels('/groups/11/members/all?query=MAIN')).toEqual([
      [3, 40],
    ]);
    expect(
      await levels('/groups/11/members/all?user_ids[]=2&user_ids[]=4'),
    ).toEqual([
      [2, 50],
      [4, 30],
    ]);
  });

  it.each<[string, string | undefined, number, object]>([
    [
      '/groups/11/members/all/4',
      'glpat-owner',
      200,
      { id: 4, access_level: 30, expires_at: null },
    ],
    ['/projects/21/members/all/4', 'glpat-owner', 200, { access_level: 40 }],
    ['/projects/21/members/all/900', 'glpat-owner', 200, { access_level: 30 }],
    [
      '/projects/21/members/2',
      'glpat-owner',
      404,
      { message: '404 Not found' },
    ],
    [
      '/groups/10/members/all/1',
      'glpat-root',
      404,
      { message: '404 Not found' },
    ],
    [
      '/groups/10/members/all/4',
      'glpat-stranger',
      404,
      { message: '404 Group Not Found' },
    ],
    [
      '/groups/10/members/all/me',
      'glpat-owner',
      400,
      { error: 'user_id is invalid' },
    ],
  ])('answers %s to %s with %i', async (path, token, status, body) => {
    const answer = await gitlab.as(token).get(path);
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject(body);
  });

  it('leaves out memberships that are over', async () => {
    await gitlab.emulator.seed({
      now: '2026-06-01T00:00:00Z',
      users: [
        { id: 1, username: 'a' },
        { id: 2, username: 'b' },
      ],
      groups: [
        {
          id: 10,
          path: 'g',
          members: [
            { userId: 1, accessLevel: 50, expiresAt: '2026-06-02' },
            { userId: 2, accessLevel: 50, expiresAt: '2026-06-01' },
          ],
        },
      ],
      tokens: [
        {
          kind: 'personal',
          userId: 1,
          name: 't',
          scopes: ['api'],
          value: 'glpat-owner',
        },
      ],
    });
    expect(await levels('/groups/10/members/all')).toEqual([[1, 50]]);
  });
});
