import { Fields } from '../testing/emulator';
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

const valid = { name: 'made', scopes: ['api'], expires_at: inDays(9) };

describe.each(['group', 'project'] as const)(
  'service accounts of a %s conform to GitLab',
  type => {
    const world = useWorld();
    const path = (w: World) => `/${type}s/${w[type]}/service_accounts`;
    const isThere = () => {
      if (!world().isEnterprise) {
        process.stdout.write('skipped: this GitLab has no service accounts\n');
      }
      return world().isEnterprise;
    };
    const makeAccount = (fields = {}) =>
      world().as('owner').make('POST', path(world()), fields);
    const by = (person: Person, method: string, sub: string, body?: unknown) =>
      world()
        .as(person)
        .sendJson(method, `${path(world())}${sub}`, body);

    it('are made with a name of their own', async () => {
      if (!isThere()) {
        return;
      }
      const username = `service_account_${type}_${world()[type]}_`;
      expect(await makeAccount()).toMatchObject({
        id: expect.any(Number),
        name: 'Service account user',
        username: expect.stringMatching(
          new RegExp(`^${username}[0-9a-f]{32}$`),
        ),
        email: expect.stringContaining('@noreply.'),
      });
      const named = { name: 'Renovate', username: `${world().mark}-${type}` };
      const account = await makeAccount(named);
      expect(account).toMatchObject(named);
      const again = await by('owner', 'POST', '', named);
      expect([again.status, again.json]).toEqual([
        400,
        message(expect.stringContaining('Username has already been taken')),
      ]);
      const listed = await by('owner', 'GET', '');
      expect(listed.json).toContainEqual(expect.objectContaining(named));
      const renamed = await by('owner', 'PATCH', `/${account.id}`, {
        name: 'Other',
      });
      expect([renamed.status, renamed.json]).toMatchObject([
        200,
        { name: 'Other', username: named.username },
      ]);
    });

    it('have tokens that are listed, rotated and revoked', async () => {
      if (!isThere()) {
        return;
      }
      const { id } = await makeAccount();
      const tokens = `/${id}/personal_access_tokens`;
      const made = await by('owner', 'POST', tokens, valid);
      expect([made.status, made.json]).toMatchObject([
        201,
        { user_id: id, active: true, expires_at: inDays(9) },
      ]);
      const token = made.json as Fields;
      const self = await world().with(token.token).get('/user');
      expect(self.json).toMatchObject({ id, bot: true });

      const rotated = await by('owner', 'POST', `${tokens}/${token.id}/rotate`);
      expect([rotated.status, rotated.json]).toMatchObject([
        200,
        { user_id: id, token: expect.any(String) },
      ]);
      const successor = rotated.json as Fields;
      const again = await by('owner', 'POST', `${tokens}/${token.id}/rotate`);
      expect([again.status, again.json]).toEqual([
        400,
        message('400 Bad request - Token already revoked'),
      ]);
      const active = await by('owner', 'GET', `${tokens}?state=active`);
      expect(active.json).toEqual([
        expect.objectContaining({ id: successor.id }),
      ]);
      expect((active.json as Fields[])[0]).not.toHaveProperty('token');
      const keyset = await by('owner', 'GET', `${tokens}?pagination=keyset`);
      expect([keyset.status, keyset.json]).toEqual([
        405,
        error(
          'Keyset pagination is not yet available for this type of request',
        ),
      ]);
      const revoked = await by('owner', 'DELETE', `${tokens}/${successor.id}`);
      expect([revoked.status, revoked.text]).toEqual([204, '']);
      expect((await world().with(successor.token).get('/user')).status).toBe(
        401,
      );
    });

    it('refuse wrong tokens and unknown ones', async () => {
      if (!isThere()) {
        return;
      }
      const { id } = await makeAccount();
      const tokens = `/${id}/personal_access_tokens`;
      const answers = [
        await by('owner', 'POST', tokens, {}),
        await by('owner', 'POST', tokens, { ...valid, scopes: [] }),
        await by('owner', 'POST', tokens, { ...valid, scopes: ['nothing'] }),
        await by('owner', 'DELETE', `${tokens}/${UNKNOWN}`),
        await by('owner', 'POST', `${tokens}/${UNKNOWN}/rotate`),
        await by('owner', 'GET', `/${UNKNOWN}/personal_access_tokens`),
        await by(
          'owner',
          'GET',
          `/${world().idOf('developer')}/personal_access_tokens`,
        ),
      ];
      expect(answers.map(({ status, json }) => [status, json])).toEqual([
        [400, error('name is missing, scopes is missing')],
        [422, message("Scopes can't be blank")],
        [400, error('scopes does not have a valid value')],
        [404, message('404 Personal Access Token Not Found')],
        [404, message('404 Not Found')],
        [404, message('404 User Not Found')],
        [404, message('404 User Not Found')],
      ]);
    });

    it('die with their tokens', async () => {
      if (!isThere()) {
        return;
      }
      const { id } = await makeAccount();
      const made = await by(
        'owner',
        'POST',
        `/${id}/personal_access_tokens`,
        valid,
      );
      expect((await by('owner', 'DELETE', `/${id}`)).status).toBe(204);
      const { token } = made.json as Fields;
      expect((await world().with(token).get('/user')).status).toBe(401);
    });

    it('are for owners', async () => {
      if (!isThere()) {
        return;
      }
      const answer = await by('developer', 'POST', '', {});
      expect([answer.status, answer.json]).toEqual([403, FORBIDDEN]);
    });

    it.each<Row>([
      {
        it: 'are for somebody known',
        as: 'nobody',
        send: w => ['GET', path(w)],
        status: 401,
      },
    ])('$it ($as: $status)', async row => {
      expect(await answerTo(world(), row)).toEqual(answerOf(row));
    });
  },
);
