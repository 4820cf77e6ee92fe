import { commitTo, file, useRepository } from './repositoryRequests';
import { Row, answerOf, answerTo, error, message } from './rows';

describe('files conform to GitLab', () => {
  const { world, by, read } = useRepository();

  it.each<Row>([
    {
      it: 'are made where maintainers push',
      as: 'maintainer',
      send: w => [
        'POST',
        file(w, 'sops/a.yaml'),
        { ...commitTo('main'), content: 'a: ä\n' },
      ],
      status: 201,
      body: { file_path: 'sops/a.yaml', branch: 'main' },
    },
    {
      it: 'are made once',
      as: 'maintainer',
      send: w => [
        'POST',
        file(w, 'sops/a.yaml'),
        { ...commitTo('main'), content: 'b\n' },
      ],
      status: 400,
      body: message('A file with this name already exists'),
    },
    {
      it: 'are read with everything about them',
      as: 'developer',
      send: w => ['GET', `${file(w, 'sops/a.yaml')}?ref=main`],
      status: 200,
      body: {
        file_name: 'a.yaml',
        file_path: 'sops/a.yaml',
        size: 6,
        encoding: 'base64',
        content: Buffer.from('a: ä\n').toString('base64'),
        content_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        ref: 'main',
        blob_id: 'cab7839360f8a9950209cd35d543b9e6bfe251f4',
        commit_id: expect.stringMatching(/^[0-9a-f]{40}$/),
        last_commit_id: expect.stringMatching(/^[0-9a-f]{40}$/),
        execute_filemode: false,
      },
    },
    {
      it: 'are not pushed past the protection of a branch',
      as: 'developer',
      send: w => [
        'PUT',
        file(w, 'sops/a.yaml'),
        { ...commitTo('main'), content: 'b\n' },
      ],
      status: 400,
      body: message('You are not allowed to push into this branch'),
    },
    {
      it: 'are not changed where there is none',
      as: 'maintainer',
      send: w => [
        'PUT',
        file(w, 'none'),
        { ...commitTo('main'), content: 'b\n' },
      ],
      status: 400,
      body: message("A file with this name doesn't exist"),
    },
    {
      it: 'are not written to no branch',
      as: 'maintainer',
      send: w => [
        'PUT',
        file(w, 'sops/a.yaml'),
        { ...commitTo('none'), content: 'b\n' },
      ],
      status: 400,
      body: message(
        'You can only create or edit files when you are on a branch',
      ),
    },
    {
      it: 'are overwritten only by who knows the newest',
      as: 'maintainer',
      send: w => [
        'PUT',
        file(w, 'sops/a.yaml'),
        {
          ...commitTo('main'),
          content: 'b\n',
          last_commit_id: '0'.repeat(40),
        },
      ],
      status: 400,
      body: message(
        'You are attempting to update a file that has changed since you started editing it.',
      ),
    },
    {
      it: 'need a branch, a message and a content',
      as: 'maintainer',
      send: w => ['POST', file(w, 'b'), {}],
      status: 400,
      body: error(
        'branch is missing, branch is empty, commit_message is missing, commit_message is empty, content is missing',
      ),
    },
    {
      it: 'are read at some place',
      as: 'developer',
      send: w => ['GET', file(w, 'sops/a.yaml')],
      status: 400,
      body: error('ref is missing, ref is empty'),
    },
    {
      it: 'are not found where there is none',
      as: 'developer',
      send: w => ['GET', `${file(w, 'none')}?ref=main`],
      status: 404,
      body: message('404 File Not Found'),
    },
    {
      it: 'are not found at no commit',
      as: 'developer',
      send: w => ['GET', `${file(w, 'sops/a.yaml')}?ref=none`],
      status: 404,
      body: message('404 Commit Not Found'),
    },
    {
      it: 'are hidden with their project',
      as: 'stranger',
      send: w => ['GET', `${file(w, 'sops/a.yaml')}?ref=main`],
      status: 404,
      body: message('404 Project Not Found'),
    },
  ])('$it ($as: $status)', async row => {
    expect(await answerTo(world(), row)).toEqual(answerOf(row));
  });

  it('are guarded by the commit that changed them last', async () => {
    const put = (content: string, last: unknown) =>
      by('maintainer', 'PUT', file(world(), 'sops/guarded'), {
        ...commitTo('main'),
        content: Buffer.from(content).toString('base64'),
        encoding: 'base64',
        last_commit_id: last,
      });
    await world()
      .as('maintainer')
      .make('POST', file(world(), 'sops/guarded'), {
        ...commitTo('main'),
        content: 'one\n',
      });
    const first = await read('sops/guarded', 'main');
    expect((await put('two\n', first.last_commit_id)).status).toBe(200);
    expect((await put('three\n', first.last_commit_id)).status).toBe(400);
    const second = await read('sops/guarded', 'main');
    expect(second.content).toBe(Buffer.from('two\n').toString('base64'));
    expect(second.commit_id).toBe(second.last_commit_id);
    const other = await read('sops/a.yaml', 'main');
    expect(other.last_commit_id).not.toBe(other.commit_id);

    const raw = await by(
      'developer',
      'GET',
      `${file(world(), 'sops/guarded')}/raw?ref=main`,
    );
    expect([raw.status, raw.text]).toEqual([200, 'two\n']);
    expect(raw.headers.get('x-gitlab-last-commit-id')).toBe(
      second.last_commit_id,
    );
    const gone = await by(
      'maintainer',
      'DELETE',
      file(world(), 'sops/guarded'),
      commitTo('main'),
    );
    expect([gone.status, gone.text]).toEqual([204, '']);
    const after = await by(
      'developer',
      'GET',
      `${file(world(), 'sops/guarded')}?ref=main`,
    );
    expect(after.status).toBe(404);
  });
});
