import {
  FileChange,
  RepositoryFile,
  RepositoryGateway,
} from '../../ports/RepositoryGateway';
import {
  access,
  BOT,
  DEVELOPER,
  failureOf,
  ORGANISATION,
  quickConnector,
  READER,
  STRANGER,
  UNKNOWN_OUTCOMES,
  useGitlab,
} from './__testUtils__/conversation';

const PROJECT = 'example-org/portal';
const PATH = 'sops/dev.yaml';
const BRANCH = 'gitlab-tokens/operation+1#2';
const NEW_CONTENT = 'token: ENC[new]\r\nä\uFEFF\n';

const PROPOSAL = {
  project: PROJECT,
  sourceBranch: BRANCH,
  targetBranch: 'main',
  title: 'Rotate the token of dev',
  description: 'Asked for by dana.',
  removeSourceBranch: true,
};

describe('RestRepositoryGateway', () => {
  const connector = quickConnector();
  const gitlab = useGitlab(ORGANISATION);

  const as = (credential: string) =>
    connector.connectRepository(...access(gitlab(), credential));

  async function fileAt(ref: string): Promise<RepositoryFile> {
    const file = await as(DEVELOPER).file(PROJECT, PATH, ref);
    expect(file).toBeDefined();
    return file!;
  }

  async function changeOf(ref: string, content = NEW_CONTENT) {
    const { lastCommitId } = await fileAt(ref);
    const message = 'Rotate the token of dev';
    const change: FileChange = {
      project: PROJECT,
      path: PATH,
      content,
      branch: BRANCH,
      startBranch: 'main',
      lastCommitId,
      message,
    };
    return change;
  }

  /** Somebody else's change of the file on a branch. */
  async function changeBehind(branch: string) {
    const { startBranch, ...change } = await changeOf(branch, 'other\n');
    await as(BOT).commitFile({ ...change, branch });
  }

  function writes() {
    return gitlab()
      .requests()
      .filter(({ method }) => method !== 'GET');
  }

  it('reads files byte for byte, and knows what is not there', async () => {
    const gateway = as(DEVELOPER);
    expect(await gateway.file(PROJECT, PATH, 'main')).toEqual({
      content: 'token: ENC[old]\r\nä\n',
      lastCommitId: expect.stringMatching(/^[0-9a-f]{40}$/),
      blobId: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect(await gateway.file('20', 'none.yaml', 'main')).toBeUndefined();
    expect(await gateway.file(PROJECT, PATH, 'none')).toBeUndefined();
    const hidden = await failureOf(as(STRANGER).file(PROJECT, PATH, 'main'));
    expect(hidden.code).toBe('GATEWAY_NOT_FOUND');
    const narrow = await failureOf(as(READER).file(PROJECT, PATH, 'main'));
    expect(narrow.code).toBe('GATEWAY_INSUFFICIENT_SCOPE');
  });

  it('does not take bytes for text', async () => {
    const binary = Buffer.from([0xff, 0xfe, 0]).toString('base64');
    const [project] = ORGANISATION.projects!;
    const file = { path: PATH, content: binary, encoding: 'base64' as const };
    const projects = [{ ...project, files: [file] }];
    await gitlab().seed({ ...ORGANISATION, projects });
    const error = await failureOf(as(DEVELOPER).file(PROJECT, PATH, 'main'));
    expect(error.code).toBe('GATEWAY_UNEXPECTED_ANSWER');
    expect(error.message).toMatch(/not UTF-8/);
  });

  it('proposes a change, finds it again, closes it and leaves nothing', async () => {
    const gateway = as(DEVELOPER);
    const before = await fileAt('main');
    await gateway.commitFile(await changeOf('main'));
    expect((await fileAt(BRANCH)).content).toBe(NEW_CONTENT);
    expect(await fileAt('main')).toEqual(before);
    expect(
      await gateway.findMergeRequest(PROJECT, BRANCH, 'main'),
    ).toBeUndefined();

    const opened = await gateway.openMergeRequest(PROPOSAL);
    expect(opened).toEqual({
      iid: 1,
      state: 'opened',
      webUrl: `${gitlab().url}/${PROJECT}/-/merge_requests/1`,
      sourceBranch: BRANCH,
      targetBranch: 'main',
    });
    const [request] = gitlab().state().mergeRequests ?? [];
    expect(request).toMatchObject({
      title: PROPOSAL.title,
      description: PROPOSAL.description,
      removeSourceBranch: true,
    });
    expect(await gateway.findMergeRequest('20', BRANCH, 'main')).toEqual(
      opened,
    );

    await gateway.closeMergeRequest(PROJECT, 1);
    await gateway.closeMergeRequest(PROJECT, 1);
    const closed = await gateway.findMergeRequest(PROJECT, BRANCH, 'main');
    expect(closed).toEqual({ ...opened, state: 'closed' });
    await gateway.deleteBranch(PROJECT, BRANCH);
    await gateway.deleteBranch(PROJECT, BRANCH);
    expect(await gateway.file(PROJECT, PATH, BRANCH)).toBeUndefined();
  });

  it('finds the newest merge request of a branch', async () => {
    const gateway = as(DEVELOPER);
    await gateway.commitFile(await changeOf('main'));
    await gateway.openMergeRequest(PROPOSAL);
    const twice = await failureOf(gateway.openMergeRequest(PROPOSAL));
    expect(twice.code).toBe('GATEWAY_CONFLICT');
    expect(twice.message).toMatch(/open merge request of that branch already/);

    await gateway.closeMergeRequest(PROJECT, 1);
    await gateway.openMergeRequest(PROPOSAL);
    const found = await gateway.findMergeRequest(PROJECT, BRANCH, 'main');
    expect(found).toMatchObject({ iid: 2, state: 'opened' });
  });

  it('does not take a merge request from a fork for one of the project', async () => {
    const row = {
      iid: 1,
      project_id: 20,
      state: 'merged',
      web_url:
        'https://gitlab.example.com/example-org/portal/-/merge_requests/1',
      source_branch: BRANCH,
      target_branch: 'main',
    };
    const answer = async (sources: (number | null)[]) => {
      const rows = sources.map(id => ({ ...row, source_project_id: id }));
      const body = JSON.stringify(rows);
      await gitlab().addFault({ fault: { kind: 'status', status: 200, body } });
      return as(DEVELOPER).findMergeRequest(PROJECT, BRANCH, 'main');
    };
    expect(await answer([99, null])).toBeUndefined();
    expect(await answer([99, 20])).toMatchObject({ state: 'merged' });
  });

  it('goes on with a branch that exists', async () => {
    const gateway = as(DEVELOPER);
    await gateway.commitFile(await changeOf('main'));
    await gateway.commitFile(await changeOf(BRANCH, 'again\n'));
    expect((await fileAt(BRANCH)).content).toBe('again\n');
  });

  it('overwrites nobody else’s change', async () => {
    const gateway = as(DEVELOPER);
    const onMain = await changeOf('main');
    await changeBehind('main');
    const error = await failureOf(gateway.commitFile(onMain));
    expect(error.code).toBe('GATEWAY_CONFLICT');
    expect(error.message).toMatch(/changed by somebody else/);
    expect(await gateway.file(PROJECT, PATH, BRANCH)).toBeUndefined();

    await gateway.commitFile(await changeOf('main'));
    const onBranch = await changeOf(BRANCH);
    await changeBehind(BRANCH);
    const late = await failureOf(gateway.commitFile(onBranch));
    expect(late.code).toBe('GATEWAY_CONFLICT');
    expect((await fileAt(BRANCH)).content).toBe('other\n');
  });

  it('says what it may not do, and what cannot be', async () => {
    const gateway = as(DEVELOPER);
    const change = await changeOf('main');
    const onMain = { ...change, branch: 'main' };
    const pushing = await failureOf(gateway.commitFile(onMain));
    expect(pushing.code).toBe('GATEWAY_NOT_PERMITTED');
    const nowhere = { ...change, startBranch: 'none' };
    const starting = await failureOf(gateway.commitFile(nowhere));
    expect(starting.code).toBe('GATEWAY_INVALID_REQUEST');
    expect(starting.message).toMatch(/the one that it should start from/);
    const gone = await failureOf(
      gateway.commitFile({ ...change, path: 'none.yaml' }),
    );
    expect(gone.code).toBe('GATEWAY_CONFLICT');
    const deleting = await failureOf(gateway.deleteBranch(PROJECT, 'main'));
    expect(deleting.code).toBe('GATEWAY_NOT_PERMITTED');
    const opening = await failureOf(gateway.openMergeRequest(PROPOSAL));
    expect(opening.code).toBe('GATEWAY_INVALID_REQUEST');
    const closing = await failureOf(gateway.closeMergeRequest(PROJECT, 7));
    expect(closing.code).toBe('GATEWAY_NOT_FOUND');
  });

  describe.each<[string, (gateway: RepositoryGateway) => Promise<unknown>]>([
    [
      'committing',
      async gateway =>
        gateway.commitFile({ ...(await changeOf('main')), branch: 'other' }),
    ],
    ['opening', gateway => gateway.openMergeRequest(PROPOSAL)],
    ['closing', gateway => gateway.closeMergeRequest(PROJECT, 1)],
    ['deleting', gateway => gateway.deleteBranch(PROJECT, BRANCH)],
  ])('%s', (_, write) => {
    beforeEach(async () => {
      await as(DEVELOPER).commitFile(await changeOf('main'));
      await as(DEVELOPER).openMergeRequest(PROPOSAL);
      await as(DEVELOPER).closeMergeRequest(PROJECT, 1);
      await gitlab().clearRequests();
    });

    it.each(UNKNOWN_OUTCOMES)(
      'is sent once, and unknown after %j',
      async fault => {
        for (const method of ['POST', 'PUT', 'DELETE']) {
          await gitlab().addFault({ times: 0, method, fault });
        }
        const error = await failureOf(write(as(DEVELOPER)));
        expect(error.code).toBe('GATEWAY_AMBIGUOUS');
        expect(writes()).toHaveLength(1);
      },
    );
  });

  it('does not take an answer that it cannot read for a failure', async () => {
    await as(DEVELOPER).commitFile(await changeOf('main'));
    const fault = { kind: 'status', status: 201, body: '{"id":1}' } as const;
    await gitlab().addFault({ method: 'POST', fault });
    const error = await failureOf(as(DEVELOPER).openMergeRequest(PROPOSAL));
    expect(error.code).toBe('GATEWAY_AMBIGUOUS');
  });

  it('reads again after passing faults', async () => {
    await gitlab().addFault({
      times: 2,
      fault: { kind: 'status', status: 502 },
    });
    expect((await fileAt('main')).content).toMatch(/old/);
  });
});
