import { InputError } from '@backstage/errors';
import { DeliveryContext } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { openSopsText } from '@gitlab-tokens/sops';
import { writeFileSync } from 'fs';
import { CANARIES } from '../../__testUtils__/gitlab';
import {
  credentialFile,
  describeWithSops,
  STRANGERS_RECIPIENT,
  writeSopsFile,
} from '../../__testUtils__/sopsFiles';
import {
  ConnectRepository,
  RepositoryGateway,
} from '../../ports/RepositoryGateway';
import {
  DeliveryWorld,
  expectNoSecret,
  failureOf,
  FAULTS,
  NEW,
  newValue,
  OLD,
  OTHER,
  PATH,
  PROJECT,
  READS,
  untilDone,
} from './__testUtils__/DeliveryWorld';
import { SopsMergeRequestDeliveryTarget } from './SopsMergeRequestDeliveryTarget';

jest.setTimeout(60_000);

const DELIVERY = { target: 'sops-merge-request', project: PROJECT, path: PATH };
const PLACE = `${PROJECT}!1`;
const BROKER = '["gitlabTokens"]["broker"]["token"]';
const API = '/projects/20';
const BRANCH = 'gitlab-tokens/dev-2f1c7d5e-0b1a-4a5e-9a51-6b1d3c0e7f42';
const FILES = `${API}/repository/files/${encodeURIComponent(PATH)}`;

interface MergeRequest {
  iid: number;
  state: string;
  title: string;
  description: string;
  source_branch: string;
}

describeWithSops('delivering by a merge request', () => {
  const world = new DeliveryWorld();
  beforeAll(() => world.start());
  beforeEach(() => world.reset());
  afterEach(() => world.clear());
  afterAll(() => world.stop());

  function target(
    connectRepository: ConnectRepository = world.connector.connectRepository,
  ) {
    const { connect, connectBroker } = world.connector;
    return new SopsMergeRequestDeliveryTarget({
      environments: world.environments(),
      connect,
      connectBroker,
      connectRepository,
    });
  }

  async function planned(overrides: Partial<DeliveryContext> = {}) {
    const context = world.context(overrides);
    await world.gitlab.clearRequests();
    const check = await target().check(DELIVERY, context);
    expect(check.problem).toBeNull();
    expect(check.place).toBe(`${PROJECT}: ${PATH} (main)`);
    expect(world.requests({ writes: true })).toEqual([]);
    const evidence = JSON.parse(JSON.stringify(check.evidence));
    return { ...context, evidence };
  }

  const mergeRequests = () =>
    world.ask('GET', `${API}/merge_requests`) as Promise<MergeRequest[]>;

  async function branches(): Promise<string[]> {
    const path = `${API}/repository/branches`;
    const rows = (await world.ask('GET', path)) as { name: string }[];
    return rows.map(({ name }) => name).sort();
  }

  /** Commits on that branch that touch the file, the first one included. */
  async function commits(branch: string): Promise<{ message: string }[]> {
    const path = `${API}/repository/commits?ref_name=${encodeURIComponent(
      branch,
    )}`;
    return (await world.ask('GET', path)) as { message: string }[];
  }

  async function content(branch: string): Promise<string> {
    const file = (await world.ask(
      'GET',
      `${FILES}?ref=${encodeURIComponent(branch)}`,
    )) as { content: string };
    return Buffer.from(file.content, 'base64').toString();
  }

  async function token(branch: string): Promise<unknown> {
    const { data } = await openSopsText(await content(branch));
    return (data as ReturnType<DeliveryWorld['decrypted']>).integrations
      .gitlab[0].token;
  }

  /** Somebody pushes the file as it is beside the portal. */
  function push(branch = 'main') {
    return world.ask('PUT', FILES, {
      branch,
      content: world.content(),
      commit_message: 'by somebody else',
    });
  }

  /** Somebody changes another value in the repository, in another second than whatever came before. */
  async function pushLater() {
    await new Promise(done => setTimeout(done, 1_100));
    world.edit(BROKER, CANARIES.narrow);
    await push();
    world.edit(BROKER, CANARIES.broker);
  }

  const merge = () => world.ask('PUT', `${API}/merge_requests/1/merge`);
  const change = (event: string) =>
    world.ask('PUT', `${API}/merge_requests/1`, { state_event: event });

  async function expectOneMergeRequest() {
    expect(await mergeRequests()).toMatchObject([
      { iid: 1, state: 'opened', source_branch: BRANCH },
    ]);
    expect(await branches()).toEqual([BRANCH, 'main']);
    expect(await commits(BRANCH)).toHaveLength(2);
    expect(await token(BRANCH)).toBe(NEW);
    expect(await token('main')).toBe(OLD);
  }

  it('opens one, waits for its merge, and reads the value back', async () => {
    const context = await planned();
    const deliver = () => target().deliver(DELIVERY, newValue, context);
    const url = `${world.gitlab.url}/${PROJECT}/-/merge_requests/1`;
    const awaiting = { state: 'awaiting', place: PLACE, url };
    expect(await deliver()).toEqual(awaiting);
    await expectOneMergeRequest();
    await world.gitlab.clearRequests();
    expect(await deliver()).toEqual(awaiting);
    expect(world.requests({ writes: true })).toEqual([]);
    expect((await target().readBack(DELIVERY, context))?.reveal()).toBe(OLD);

    await merge();
    expect(await deliver()).toEqual({ ...awaiting, state: 'delivered' });
    expect(await deliver()).toEqual({ ...awaiting, state: 'delivered' });
    const back = await target().readBack(DELIVERY, context);
    expect(back?.equals(newValue)).toBe(true);
    expect(await branches()).toEqual(['main']);

    await target().withdraw(DELIVERY, context);
    expect(await token('main')).toBe(NEW);
    expect(await mergeRequests()).toMatchObject([{ state: 'merged' }]);
  });

  it('explains the change, changes three lines, and shows no token', async () => {
    const token_ = { ...world.context().token, name: 'x` @all\n/close ' };
    const context = await planned({ token: token_ });
    await target().deliver(DELIVERY, newValue, context);
    const [{ title, description }] = await mergeRequests();
    expect(title).toBe('New GitLab token for dev');
    expect(description).toContain('`x  @all /close `');
    for (const fact of [
      'user:default/dana',
      'example-org',
      '2026-09-09',
      'token number 101',
      `\`${PATH}\`, \`integrations.gitlab[0].token\``,
      context.operationId,
    ]) {
      expect(description).toContain(fact);
    }
    const messages = await commits(BRANCH);
    expect(`${title}${description}${JSON.stringify(messages)}`).not.toMatch(
      /canary|glpat/,
    );
    const before = (await content('main')).split('\n');
    const after = (await content(BRANCH)).split('\n');
    const changed = after.filter((line, at) => line !== before[at]);
    // Within one second the time stays the same.
    expect(changed.filter(line => !/^ +lastmodified: /.test(line))).toEqual([
      expect.stringMatching(/^ +token: ENC/),
      expect.stringMatching(/^ +mac: ENC/),
    ]);
  });

  it('fills in a file without a token', async () => {
    world.write({});
    await push();
    world.write({ token: OLD });
    const context = await planned({ replaces: null });
    expect(await target().readBack(DELIVERY, context)).toBeUndefined();
    await target().deliver(DELIVERY, newValue, context);
    expect(await token(BRANCH)).toBe(NEW);
  });

  describe.each<[string, string]>([
    ['GET', '/merge_requests$'],
    ['GET', '/repository/files/'],
    ['GET', '/repository/branches/'],
    ['PUT', '/repository/files/'],
    ['POST', '/merge_requests$'],
  ])('when %s %s fails', (method, path) => {
    it.each(FAULTS)('ends with one merge request after %j', async fault => {
      const context = await planned();
      const times = method === 'GET' ? READS : 1;
      await world.gitlab.addFault({ method, path, times, fault });
      const failures = await untilDone(() =>
        target().deliver(DELIVERY, newValue, context),
      );
      // What GitLab has done all the same is found at once.
      expect(failures).toBe(
        method !== 'GET' && fault.kind === 'drop-after' ? 0 : 1,
      );
      await expectOneMergeRequest();
    });
  });

  it.each<[string, string]>([
    ['PUT', '/merge_requests/1$'],
    ['DELETE', '/repository/branches/'],
  ])('is withdrawn whole when %s %s fails', async (method, path) => {
    for (const fault of FAULTS) {
      await world.seed(world.content());
      const context = await planned();
      await target().deliver(DELIVERY, newValue, context);
      await world.gitlab.addFault({ method, path, fault });
      const withdraw = async () => {
        await target().withdraw(DELIVERY, context);
        return { state: 'withdrawn' };
      };
      expect(await untilDone(withdraw)).toBe(1);
      expect(await mergeRequests()).toMatchObject([{ state: 'closed' }]);
      expect(await branches()).toEqual(['main']);
      await withdraw();
    }
  });

  it('is withdrawn where there is nothing yet', async () => {
    await target().withdraw(DELIVERY, await planned());
    expect(await mergeRequests()).toEqual([]);
  });

  describe('when others work on it', () => {
    const deliver = (context: DeliveryContext & { evidence: unknown }) =>
      target().deliver(DELIVERY, newValue, context);

    it('says so when it was closed, and goes on when it is opened again', async () => {
      const context = await planned();
      await deliver(context);
      await change('close');
      const error = await failureOf(deliver(context));
      expect(error).toMatchObject({
        code: 'MERGE_REQUEST_CLOSED',
        passing: false,
      });
      expect(error.action).toMatch(/Reopen/);
      await change('reopen');
      expect(await deliver(context)).toMatchObject({ state: 'awaiting' });
      await merge();
      expect(await deliver(context)).toMatchObject({ state: 'delivered' });
      expect(await mergeRequests()).toHaveLength(1);
    });

    it('is delivered when the file has the value by another way', async () => {
      const context = await planned();
      world.edit('["integrations"]["gitlab"][0]["token"]', NEW);
      await push();
      expect(await deliver(context)).toEqual({
        state: 'delivered',
        place: PROJECT,
        url: null,
      });
      expect(await branches()).toEqual(['main']);
    });

    it('starts from the newer file while there is no merge request', async () => {
      const context = await planned();
      const fault = { kind: 'drop-before' } as const;
      const path = '/merge_requests$';
      await world.gitlab.addFault({ method: 'POST', path, fault });
      await failureOf(deliver(context));
      expect(await branches()).toEqual([BRANCH, 'main']);

      await pushLater();
      expect(await deliver(context)).toMatchObject({ state: 'awaiting' });
      expect(await mergeRequests()).toHaveLength(1);
      expect(await commits(BRANCH)).toHaveLength(3);
      await merge();
      expect(await deliver(context)).toMatchObject({ state: 'delivered' });
      const { data } = await openSopsText(await content('main'));
      expect(data).toMatchObject({
        integrations: { gitlab: [{ token: NEW }] },
        gitlabTokens: { broker: { token: CANARIES.narrow } },
      });
    });

    it('starts again when the file changes at that very moment', async () => {
      const context = await planned();
      let isChanged = false;
      const meddling: ConnectRepository = (...access) => {
        const gateway = world.connector.connectRepository(...access);
        const commitFile: RepositoryGateway['commitFile'] = async asked => {
          if (!isChanged) {
            isChanged = true;
            await pushLater();
          }
          return gateway.commitFile(asked);
        };
        return new Proxy(gateway, {
          get: (_, name: keyof RepositoryGateway) =>
            name === 'commitFile' ? commitFile : gateway[name].bind(gateway),
        });
      };
      const outcome = await target(meddling).deliver(
        DELIVERY,
        newValue,
        context,
      );
      expect(outcome).toMatchObject({ state: 'awaiting', place: PLACE });
      expect(isChanged).toBe(true);
      expect(await commits(BRANCH)).toHaveLength(3);
      await merge();
      expect(await deliver(context)).toMatchObject({ state: 'delivered' });
    });

    it('tells of a conflict once there is a merge request', async () => {
      const context = await planned();
      await deliver(context);
      await pushLater();
      const error = await failureOf(deliver(context));
      expect(error).toMatchObject({
        code: 'MERGE_REQUEST_CONFLICT',
        passing: false,
      });
      expect(await commits(BRANCH)).toHaveLength(2);
    });

    it('tells of a branch that has lost the value', async () => {
      const context = await planned();
      await deliver(context);
      await push(BRANCH);
      const changed = await failureOf(deliver(context));
      expect(changed.code).toBe('MERGE_REQUEST_CHANGED');
      await merge();
      const merged = await failureOf(deliver(context));
      expect(merged).toMatchObject({
        code: 'MERGED_WITHOUT_VALUE',
        passing: false,
      });
    });

    it('does not propose to overwrite a valid token of somebody else', async () => {
      const context = await planned();
      world.edit('["integrations"]["gitlab"][0]["token"]', OTHER);
      await push();
      const error = await failureOf(deliver(context));
      expect(error.code).toBe('TARGET_HOLDS_ANOTHER_TOKEN');
      expect(await branches()).toEqual(['main']);
    });
  });

  describe('is refused beforehand', () => {
    async function problemOf(settings: object = {}, overrides: object = {}) {
      const context = world.context(overrides);
      const delivery = { ...DELIVERY, ...settings };
      const check = await target().check(delivery, context);
      expectNoSecret(check);
      return check.problem?.code;
    }

    it('for a file, a branch or a project that is not there', async () => {
      expect(await problemOf({ path: 'other.yaml' })).toBe('FILE_NOT_FOUND');
      expect(await problemOf({ branch: 'other' })).toBe('FILE_NOT_FOUND');
      expect(await problemOf({ project: 'example-org/other' })).toBe(
        'GATEWAY_NOT_FOUND',
      );
    });

    it('for a token that the portal does not run on', async () => {
      expect(await problemOf({}, { isCredential: false })).toBe(
        'TARGET_UNUSABLE',
      );
    });

    it('for a broker that may only read', async () => {
      world.write({ token: OLD, broker: CANARIES.dev });
      expect(await problemOf()).toBe('BROKER_SCOPE_TOO_NARROW');
    });

    it.each<[string, string, () => void]>([
      [
        'for other keys',
        'WRONG_KEY',
        () => world.write({ token: OLD }, { age: STRANGERS_RECIPIENT }),
      ],
      [
        'with clear values that anybody may have changed',
        'CLEAR_VALUES_UNPROTECTED',
        () => world.write({ token: OLD }, { mac_only_encrypted: true }),
      ],
      [
        'that leaves the token in clear',
        'VALUE_WOULD_BE_CLEAR',
        () => world.write({ token: OLD }, { encrypted_regex: '^other$' }),
      ],
      [
        'of another GitLab',
        'ENTRY_MISSING',
        () => {
          const url = 'https://gitlab.example.org';
          writeSopsFile(world.file, credentialFile({ url, token: OLD }));
        },
      ],
      [
        'that is no SOPS file',
        'NOT_A_SOPS_FILE',
        () => writeFileSync(world.file, 'integrations: {}\n'),
      ],
    ])('for a file %s', async (_, code, spoil) => {
      spoil();
      await push();
      world.write({ token: OLD });
      expect(await problemOf()).toBe(code);
      const context = { ...world.context(), evidence: null };
      const error = await failureOf(
        target().deliver(DELIVERY, newValue, context),
      );
      expect(error).toMatchObject({ code, passing: false });
      expect(await branches()).toEqual(['main']);
    });

    it('for keys that it does not have, or lacks', async () => {
      for (const [wrong, words] of [
        [{ ...DELIVERY, file: 'x' }, /such key as file/],
        [{ target: DELIVERY.target, path: PATH }, /project: /],
      ] as const) {
        const check = target().check(wrong, world.context());
        await expect(check).rejects.toThrow(InputError);
        await expect(check).rejects.toThrow(words);
      }
    });
  });
});
