import { setTimeout as sleep } from 'node:timers/promises';
import { Fields } from '../testing/emulator';
import { World } from './World';
import { commitTo, file, useRepository } from './repositoryRequests';
import { Row, answerOf, answerTo, error, message } from './rows';

const UNSETTLED = ['unchecked', 'checking', 'preparing', 'approvals_syncing'];

describe('merge requests conform to GitLab', () => {
  const { world, by, read } = useRepository();
  const requests = (w: World) => `/projects/${w.project}/merge_requests`;

  const propose = async (branch: string, content: string) => {
    const path = file(world(), 'sops/proposed');
    const start = await by('developer', 'GET', `${path}?ref=main`);
    const method = start.status === 200 ? 'PUT' : 'POST';
    await world()
      .as('developer')
      .make(method, path, {
        ...commitTo(branch),
        start_branch: 'main',
        content,
      });
    return world()
      .as('developer')
      .make('POST', requests(world()), {
        title: `Change by ${branch}`,
        description: 'why',
        source_branch: branch,
        target_branch: 'main',
      });
  };
  const settle = async (iid: unknown): Promise<Fields> => {
    const path = `${requests(world())}/${iid}`;
    const shown = (await by('developer', 'GET', path)).json as Fields;
    if (!UNSETTLED.includes(String(shown.detailed_merge_status))) {
      return shown;
    }
    await sleep(500);
    return settle(iid);
  };

  it('are opened once, found by their branch, and merged by who may push', async () => {
    const opened = await propose('proposal', 'one\n');
    expect(opened).toMatchObject({
      project_id: world().project,
      state: 'opened',
      title: 'Change by proposal',
      description: 'why',
      source_branch: 'proposal',
      target_branch: 'main',
      draft: false,
      author: { id: world().idOf('developer') },
      merged_at: null,
    });
    const again = await by('developer', 'POST', requests(world()), {
      title: 'again',
      source_branch: 'proposal',
      target_branch: 'main',
    });
    expect([again.status, again.json]).toEqual([
      409,
      message([
        `Another open merge request already exists for this source branch: !${opened.iid}`,
      ]),
    ]);
    const found = await by(
      'developer',
      'GET',
      `${requests(world())}?source_branch=proposal&state=opened`,
    );
    expect(found.json).toEqual([expect.objectContaining({ iid: opened.iid })]);

    const settled = await settle(opened.iid);
    expect(settled).toMatchObject({
      detailed_merge_status: 'mergeable',
      has_conflicts: false,
      changes_count: '1',
    });
    const merge = `${requests(world())}/${opened.iid}/merge`;
    const developer = await by('developer', 'PUT', merge);
    expect([developer.status, developer.json]).toEqual([
      401,
      message('401 Unauthorized'),
    ]);
    const outdated = await by('maintainer', 'PUT', merge, {
      sha: '0'.repeat(40),
    });
    expect([outdated.status, outdated.json]).toEqual([
      409,
      message(`SHA does not match HEAD of source branch: ${settled.sha}`),
    ]);
    const merged = await by('maintainer', 'PUT', merge, {
      sha: settled.sha,
      should_remove_source_branch: true,
    });
    expect([merged.status, merged.json]).toMatchObject([
      200,
      {
        state: 'merged',
        merged_by: { id: world().idOf('maintainer') },
        merge_commit_sha: expect.stringMatching(/^[0-9a-f]{40}$/),
        detailed_merge_status: 'not_open',
      },
    ]);
    expect((await read('sops/proposed', 'main')).content).toBe(
      Buffer.from('one\n').toString('base64'),
    );
    const twice = await by('maintainer', 'PUT', merge);
    expect([twice.status, twice.json]).toEqual([
      405,
      message('405 Method Not Allowed'),
    ]);
  });

  it('cannot be merged where both sides changed a file', async () => {
    const opened = await propose('conflict', 'theirs\n');
    await world()
      .as('maintainer')
      .make('PUT', file(world(), 'sops/proposed'), {
        ...commitTo('main'),
        content: 'ours\n',
      });
    const settled = await settle(opened.iid);
    expect(settled).toMatchObject({
      has_conflicts: true,
      detailed_merge_status: 'conflict',
    });
    const merge = await by(
      'maintainer',
      'PUT',
      `${requests(world())}/${opened.iid}/merge`,
    );
    expect([405, 422]).toContain(merge.status);
    expect((await read('sops/proposed', 'main')).content).toBe(
      Buffer.from('ours\n').toString('base64'),
    );
  });

  it('are closed and opened again', async () => {
    const { iid } = await propose('closed', 'x\n');
    const path = `${requests(world())}/${iid}`;
    const closed = await by('developer', 'PUT', path, {
      state_event: 'close',
    });
    expect([closed.status, closed.json]).toMatchObject([
      200,
      { state: 'closed', closed_by: { id: world().idOf('developer') } },
    ]);
    const merge = await by('maintainer', 'PUT', `${path}/merge`);
    expect(merge.status).toBe(405);
    const reopened = await by('developer', 'PUT', path, {
      state_event: 'reopen',
      title: 'Draft: later',
    });
    expect([reopened.status, reopened.json]).toMatchObject([
      200,
      { state: 'opened', title: 'Draft: later', draft: true },
    ]);
  });

  it.each<Row>([
    {
      it: 'need two branches',
      as: 'developer',
      send: w => [
        'POST',
        requests(w),
        { title: 't', source_branch: 'main', target_branch: 'main' },
      ],
      status: 422,
      body: message([
        "You can't use same project/branch for source and target",
      ]),
    },
    {
      it: 'need a title and branches',
      as: 'developer',
      send: w => ['POST', requests(w), {}],
      status: 400,
      body: error(
        'title is missing, source_branch is missing, target_branch is missing',
      ),
    },
    {
      it: 'are not found where there is none',
      as: 'developer',
      send: w => ['GET', `${requests(w)}/987654`],
      status: 404,
      body: expect.objectContaining({
        message: expect.stringMatching(/^404 Not found$/i),
      }),
    },
  ])('$it ($as: $status)', async row => {
    expect(await answerTo(world(), row)).toEqual(answerOf(row));
  });
});
