import {
  access,
  ACCOUNT,
  ADMIN,
  BOT,
  DEVELOPER,
  failureOf,
  ORGANISATION,
  OWNER,
  quickConnector,
  READER,
  STRANGER,
  useGitlab,
} from './__testUtils__/conversation';

const GROUP = { type: 'group', path: 'example-org' } as const;
const PROJECT = { type: 'project', path: 'example-org/portal' } as const;

describe('RestBrokerGateway', () => {
  const connector = quickConnector();
  const gitlab = useGitlab(ORGANISATION);

  const as = (credential: string) =>
    connector.connectBroker(...access(gitlab(), credential));

  const person = { isAdmin: false, isBot: false, isServiceAccount: false };

  it.each([
    ['an administrator', ADMIN, { userId: 1, ...person, isAdmin: true }],
    [
      'a person',
      OWNER,
      { tokenId: 101, userId: 2, username: 'dana', ...person },
    ],
    ['the bot of a group token', BOT, { tokenId: 104, ...person, isBot: true }],
    [
      'a service account',
      ACCOUNT,
      { userId: 5, username: 'deployer', ...person, isServiceAccount: true },
    ],
    ['a narrow token', READER, { userId: 2, scopes: ['read_user'], ...person }],
  ])('describes %s', async (_, credential, expected) => {
    expect(await as(credential).describe()).toMatchObject({
      scopes: ['api'],
      expiresAt: '2026-12-31',
      active: true,
      ...expected,
    });
  });

  it.each([
    ['an owner', OWNER, 50],
    ['a developer', DEVELOPER, 30],
    ['a bot', BOT, 40],
    ['an administrator who is no member', ADMIN, null],
  ])('tells the access level of %s', async (_, credential, accessLevel) => {
    const gateway = as(credential);
    expect(await gateway.accessLevel(GROUP)).toEqual({
      resource: { ...GROUP, id: 10 },
      accessLevel,
    });
    expect(await gateway.accessLevel(PROJECT)).toEqual({
      resource: { ...PROJECT, id: 20 },
      accessLevel,
    });
  });

  it('does not take a group that it cannot see for one that it is no member of', async () => {
    for (const place of [GROUP, PROJECT]) {
      const error = await failureOf(as(STRANGER).accessLevel(place));
      expect(error.code).toBe('GATEWAY_NOT_FOUND');
    }
    const narrow = await failureOf(as(READER).accessLevel(GROUP));
    expect(narrow.code).toBe('GATEWAY_INSUFFICIENT_SCOPE');
  });

  it('says that a membership is unknown where GitLab fails to tell it', async () => {
    await gitlab().addFault({
      path: 'members/all',
      fault: { kind: 'status', status: 500 },
    });
    const error = await failureOf(as(OWNER).accessLevel(GROUP));
    expect(error.code).toBe('GATEWAY_SERVER_ERROR');
  });

  it('tells the edition, where the instance does', async () => {
    expect(await as(OWNER).isEnterprise()).toBe(true);
    await gitlab().seed({
      ...ORGANISATION,
      settings: {},
      users: [
        ...ORGANISATION.users.filter(user => !user.serviceAccount),
        { id: 5, username: 'deployer' },
      ],
      tokens: ORGANISATION.tokens?.filter(({ id }) => id !== 105),
    });
    expect(await as(OWNER).isEnterprise()).toBe(false);

    const say = (status: number, body: string) =>
      gitlab().addFault({ fault: { kind: 'status', status, body } });
    await say(200, '{"version":"15.2.0"}');
    expect(await as(OWNER).isEnterprise()).toBeNull();
    await say(404, '{"error":"404 Not Found"}');
    expect(await as(OWNER).isEnterprise()).toBeNull();
    await say(404, '<html>');
    const error = await failureOf(as(OWNER).isEnterprise());
    expect(error.code).toBe('GATEWAY_UNEXPECTED_ANSWER');
  });

  it('asks again after passing faults, and shows no credential in what remains', async () => {
    const fault = { kind: 'drop-after' } as const;
    await gitlab().addFault({ times: 2, fault });
    expect((await as(OWNER).describe()).username).toBe('dana');
    await gitlab().addFault({ times: 0, fault });
    const error = await failureOf(as(OWNER).describe());
    expect(error.code).toBe('GATEWAY_UNREACHABLE');
  });
});
