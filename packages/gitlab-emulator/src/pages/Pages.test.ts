import { useEmulator } from '../testing/emulator';
import { anOrganisation } from '../testing/seeds';

describe('the pages', () => {
  const gitlab = useEmulator(
    anOrganisation({
      tokens: [
        {
          kind: 'group',
          groupId: 11,
          name: '<b>bold</b>',
          scopes: ['api'],
          value: 'glpat-hidden',
        },
      ],
    }),
  );
  const form = '/-/user_settings/personal_access_tokens';
  const get = async (path: string) => {
    const response = await fetch(`${gitlab.emulator.url}${path}`);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  const submit = async (fields: string) => {
    const response = await fetch(`${gitlab.emulator.url}${form}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    return { status: response.status, text: await response.text() };
  };

  it('say on the front page what this is', async () => {
    const page = await get('/');
    expect([page.status, page.type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain('This is the GitLab emulator');
    expect(page.text).toContain(
      '/groups/example-org/payments/-/settings/access_tokens',
    );
  });

  it('prefill the form for a personal token, dropping unknown scopes and escaping the rest', async () => {
    const { status, text } = await get(
      `${form}?name=Backstage%20%22local%22&description=%3Cscript%3E&scopes=read_api,fly,read_user`,
    );
    expect(status).toBe(200);
    expect(text).toContain('value="Backstage &quot;local&quot;"');
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script>');
    const checked = [...text.matchAll(/value="(\w+)"\s+checked/g)].map(
      ([, scope]) => scope,
    );
    expect(checked).toEqual(['read_api', 'read_user']);
  });

  it('make a personal token from the submitted form, and show its value', async () => {
    const { status, text } = await submit(
      'user_id=4&name=laptop&description=mine&expires_at=2026-08-01&scopes[]=read_api&scopes[]=read_user',
    );
    expect(status).toBe(201);
    const [, value] = /value="(glpat-[^"]+)"/.exec(text) ?? [];
    const { json } = await gitlab.as(value).get('/personal_access_tokens/self');
    expect(json).toMatchObject({
      name: 'laptop',
      description: 'mine',
      user_id: 4,
      scopes: ['read_api', 'read_user'],
      expires_at: '2026-08-01',
      created_at: '2026-06-01T12:00:00.000Z',
    });
  });

  it.each([
    ['user_id=4&scopes[]=api', 'Name can&#39;t be blank'],
    ['user_id=4&name=x', 'Scopes can&#39;t be blank'],
    ['user_id=99&name=x&scopes[]=api', 'Choose a user'],
    [
      'user_id=4&name=x&scopes[]=api&expires_at=2027-06-02',
      'Expiration date must be before 2027-06-01',
    ],
    [
      'user_id=4&name=x&scopes[]=api&expires_at=soon',
      'Expiration date is not a date',
    ],
  ])('refuse the form %s', async (fields, problem) => {
    const before = gitlab.emulator.state();
    const { status, text } = await submit(fields);
    expect(status).toBe(422);
    expect(text).toContain(problem);
    expect(gitlab.emulator.state()).toEqual(before);
  });

  it('list the tokens of a group and of a project, without their values', async () => {
    const group = await get(
      '/groups/example-org/payments/-/settings/access_tokens',
    );
    expect(group.status).toBe(200);
    expect(group.text).toContain('&lt;b&gt;bold&lt;/b&gt;');
    expect(group.text).not.toContain('glpat-hidden');
    const project = await get(
      '/example-org/payments/api/-/settings/access_tokens',
    );
    expect(project.status).toBe(200);
    expect(project.text).toContain('Access tokens of example-org/payments/api');
  });

  it.each([
    '/nothing',
    '/groups/none/-/settings/access_tokens',
    '/%ff/-/settings/access_tokens',
  ])('answer %s with a page that says that there is none', async path => {
    const page = await get(path);
    expect([page.status, page.type]).toEqual([404, 'text/html; charset=utf-8']);
  });
});
