import { crc32 } from 'node:zlib';
import { Seed } from '../seed/schema';
import { useEmulator } from '../testing/emulator';
import { anOrganisation } from '../testing/seeds';

type Settings = Seed['settings'];

interface Made {
  readonly status: number;
  readonly json: {
    id: number;
    token: string;
    expires_at: string;
    message: unknown;
  };
}

describe('the lives of tokens', () => {
  const gitlab = useEmulator(anOrganisation());
  const withSettings = (settings: Settings, extra: Partial<Seed> = {}) =>
    gitlab.emulator.seed({ ...anOrganisation(extra), settings });
  const post = async (path: string, fields: object = {}): Promise<Made> => {
    const answer = await gitlab
      .as('glpat-root')
      .send('POST', path, { body: JSON.stringify(fields) });
    return { status: answer.status, json: answer.json as Made['json'] };
  };
  const PERSONAL = '/users/4/personal_access_tokens';
  const fields = { name: 'n', scopes: ['api'] };

  it.each<[string, Settings, object, unknown[]]>([
    [PERSONAL, {}, {}, [201, '2027-06-01']],
    [PERSONAL, {}, { expires_at: '2027-06-01' }, [201, '2027-06-01']],
    [PERSONAL, {}, { expires_at: null }, [201, '2027-06-01']],
    [
      PERSONAL,
      {},
      { expires_at: '2027-06-02' },
      [422, 'Expiration date must be before 2027-06-01'],
    ],
    [PERSONAL, { maxLifetimeDays: 400 }, {}, [201, '2027-07-06']],
    [PERSONAL, { maxLifetimeDays: 30 }, {}, [201, '2026-07-01']],
    [PERSONAL, { requireTokenExpiry: false }, {}, [201, null]],
    [
      PERSONAL,
      { requireTokenExpiry: false },
      { expires_at: '2030-01-01' },
      [201, '2030-01-01'],
    ],
    [
      '/projects/20/access_tokens',
      {},
      {},
      [400, '400 Bad request - expires_at is missing'],
    ],
    [
      '/groups/10/access_tokens',
      { version: '18.7.0' },
      {},
      [400, '400 Bad request - expires_at is missing'],
    ],
    [
      '/projects/20/access_tokens',
      { version: '18.6.4' },
      {},
      [201, '2027-06-01'],
    ],
    [
      '/groups/10/access_tokens',
      { version: '17.11.7' },
      {},
      [201, '2027-06-01'],
    ],
    [
      '/projects/20/access_tokens',
      {},
      { expires_at: null },
      [201, '2027-06-01'],
    ],
    [
      '/projects/20/access_tokens',
      { requireTokenExpiry: false },
      {},
      [400, '400 Bad request - expires_at is missing'],
    ],
    [
      '/projects/20/access_tokens',
      { allowResourceTokenWithoutExpiry: true },
      {},
      [400, '400 Bad request - expires_at is missing'],
    ],
    [
      '/projects/20/access_tokens',
      { allowResourceTokenWithoutExpiry: true, requireTokenExpiry: false },
      {},
      [201, null],
    ],
    [
      '/users/4/impersonation_tokens',
      { requireTokenExpiry: false },
      {},
      [201, null],
    ],
    [
      '/projects/20/deploy_tokens',
      {},
      { scopes: ['read_registry'] },
      [201, null],
    ],
  ])(
    'at %s with %j and %j end as %j',
    async (path, settings, extra, expected) => {
      await withSettings(settings);
      const { status, json } = await post(path, { ...fields, ...extra });
      const said = status < 300 ? json.expires_at : json.message;
      expect([status, said]).toEqual(expected);
    },
  );

  it.each<[Settings, string | null]>([
    [{}, '2026-06-08'],
    [{ maxLifetimeDays: 3 }, '2026-06-04'],
    [{ requireTokenExpiry: false }, null],
  ])('are a week where they are rotated with %j', async (settings, end) => {
    await withSettings(settings);
    const { status, json } = await post('/personal_access_tokens/4/rotate');
    expect([status, json.expires_at]).toEqual([200, end]);
  });

  it('are endless for service accounts where that is allowed to them alone', async () => {
    const extra: Partial<Seed> = {
      users: [
        { id: 1, username: 'root', admin: true },
        { id: 2, username: 'o' },
        { id: 3, username: 'm' },
        { id: 4, username: 'd' },
        { id: 5, username: 's' },
        { id: 9, username: 'bot', serviceAccount: true, groupId: 10 },
      ],
    };
    const path = '/groups/10/service_accounts/9/personal_access_tokens';
    const ends = [];
    for (const isRequired of [true, false]) {
      await withSettings(
        { enterprise: true, requireServiceAccountTokenExpiry: isRequired },
        extra,
      );
      const made = (await post(path, fields)).json;
      const rotated = (await post(`${path}/${made.id}/rotate`)).json;
      const personal = (await post(PERSONAL, fields)).json;
      ends.push([made.expires_at, rotated.expires_at, personal.expires_at]);
    }
    expect(ends).toEqual([
      ['2027-06-01', '2026-06-08', '2027-06-01'],
      [null, null, '2027-06-01'],
    ]);
  });

  it('do not rotate themselves by the will of people before 18.3', async () => {
    const own = { name: 'n', scopes: ['self_rotate'] };
    await withSettings({ version: '18.2.1' });
    const refused = await post('/user/personal_access_tokens', own);
    expect([refused.status, refused.json]).toEqual([
      400,
      { error: 'scopes does not have a valid value' },
    ]);
    await withSettings({ version: '18.3.0' });
    const made = await post('/user/personal_access_tokens', own);
    expect(made.status).toBe(201);
  });

  it('begin with a value in the routable form, with its checksum', async () => {
    const { token } = (await post(PERSONAL, fields)).json;
    const [, checked, length, checksum] =
      /^(glpat-[\w-]{27,300}\.01\.([0-9a-z]{2}))([0-9a-z]{7})$/.exec(token) ??
      [];
    expect(crc32(checked)).toBe(parseInt(checksum, 36));
    const payload = token.slice('glpat-'.length).split('.')[0];
    expect(payload).toHaveLength(parseInt(length, 36));
    const bytes = Buffer.from(payload, 'base64url');
    const routing = bytes.subarray(16, -1).toString();
    expect([routing, bytes.at(-1)]).toEqual(['o:1\nu:4\n', routing.length]);
  });

  it('begin with a value in the old form, with another prefix', async () => {
    await withSettings({ tokenPrefix: 'corp-', routableTokens: false });
    const { token } = (await post(PERSONAL, fields)).json;
    expect(token).toMatch(/^corp-[\w-]{20}$/);
    expect((await gitlab.as(token).get('/user')).status).toBe(200);
    expect((await post('/admin/token', { token })).status).toBe(200);
    const deploy = await post('/groups/10/deploy_tokens', {
      name: 'n',
      scopes: ['read_registry'],
    });
    expect(deploy.json.token).toMatch(/^gldt-[\w-]{20}$/);
  });

  it('go on for a deploy token on paper a day longer than in truth', async () => {
    const { json } = await post('/projects/20/deploy_tokens', {
      name: 'n',
      scopes: ['read_registry'],
      expires_at: '2026-06-02T00:00:00Z',
    });
    const look = async (now: string) => {
      await gitlab.emulator.setClock(now);
      const client = gitlab.as('glpat-root');
      const shown = await client.get(`/projects/20/deploy_tokens/${json.id}`);
      const active = await client.get('/projects/20/deploy_tokens?active=true');
      return [
        (shown.json as { expired: boolean }).expired,
        (active.json as unknown[]).length,
      ];
    };
    expect(await look('2026-06-01T23:59:59Z')).toEqual([false, 1]);
    expect(await look('2026-06-02T12:00:00Z')).toEqual([false, 0]);
    expect(await look('2026-06-03T00:00:00Z')).toEqual([true, 0]);
  });
});
