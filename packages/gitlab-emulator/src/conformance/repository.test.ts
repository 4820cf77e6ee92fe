import { Fields } from '../testing/emulator';
import { commitTo, repository, useRepository } from './repositoryRequests';
import { FORBIDDEN, Row, answerOf, answerTo, message } from './rows';

describe('commits and branches conform to GitLab', () => {
  const { world, by, read } = useRepository();

  describe('commits', () => {
    it('change several files at once, all or none', async () => {
      const commits = `${repository(world())}/commits`;
      const made = await by('developer', 'POST', commits, {
        ...commitTo('several'),
        start_branch: 'main',
        actions: [
          { action: 'create', file_path: 'x', content: 'one\ntwo\n' },
          { action: 'update', file_path: 'README.md', content: 'new\n' },
        ],
      });
      expect([made.status, made.json]).toMatchObject([
        201,
        {
          title: 'why',
          author_name: 'The developer',
          stats: { additions: 3, deletions: expect.any(Number) },
          project_id: world().project,
        },
      ]);
      const { id } = made.json as Fields;
      expect((await read('x', 'several')).last_commit_id).toBe(id);
      const shown = await by('developer', 'GET', `${commits}/${id}`);
      expect(shown.json).toMatchObject({ id, message: 'why' });
      const listed = await by(
        'developer',
        'GET',
        `${commits}?ref_name=several&path=x`,
      );
      expect(listed.json).toEqual([expect.objectContaining({ id })]);

      const refused = await by('developer', 'POST', commits, {
        ...commitTo('several'),
        actions: [
          { action: 'delete', file_path: 'x' },
          {
            action: 'update',
            file_path: 'README.md',
            content: 'newer\n',
            last_commit_id: '0'.repeat(40),
          },
        ],
      });
      expect([refused.status, refused.json]).toEqual([
        400,
        message('The file has changed since you started editing it: README.md'),
      ]);
      expect((await read('x', 'several')).last_commit_id).toBe(id);
    });

    it.each<Row>([
      {
        it: 'do not start a branch that is there',
        as: 'developer',
        send: w => [
          'POST',
          `${repository(w)}/commits`,
          {
            ...commitTo('several'),
            start_branch: 'main',
            actions: [{ action: 'create', file_path: 'y', content: 'y' }],
          },
        ],
        status: 400,
        body: message(
          "A branch called 'several' already exists. Switch to that branch in order to make changes",
        ),
      },
      {
        it: 'are not found where there is none',
        as: 'developer',
        send: w => ['GET', `${repository(w)}/commits/${'0'.repeat(40)}`],
        status: 404,
        body: message('404 Commit Not Found'),
      },
    ])('$it ($as: $status)', async row => {
      expect(await answerTo(world(), row)).toEqual(answerOf(row));
    });
  });

  describe('branches', () => {
    it.each<Row>([
      {
        it: 'start where they are told to',
        as: 'developer',
        send: w => [
          'POST',
          `${repository(w)}/branches`,
          { branch: 'new/one', ref: 'main' },
        ],
        status: 201,
        body: expect.objectContaining({
          name: 'new/one',
          merged: false,
          protected: false,
          default: false,
          can_push: true,
          commit: expect.objectContaining({
            id: expect.any(String),
            parent_ids: expect.any(Array),
          }),
        }),
      },
      {
        it: 'are made once',
        as: 'developer',
        send: w => [
          'POST',
          `${repository(w)}/branches?branch=new/one&ref=main`,
        ],
        status: 400,
        body: message('Branch already exists'),
      },
      {
        it: 'start somewhere',
        as: 'developer',
        send: w => ['POST', `${repository(w)}/branches?branch=other&ref=none`],
        status: 400,
        body: message('Invalid reference name: none'),
      },
      {
        it: 'are shown',
        as: 'developer',
        send: w => ['GET', `${repository(w)}/branches/main`],
        status: 200,
        body: expect.objectContaining({ default: true, protected: true }),
      },
      {
        it: 'are deleted',
        as: 'developer',
        send: w => ['DELETE', `${repository(w)}/branches/new%2Fone`],
        status: 204,
      },
      {
        it: 'are not found where there is none',
        as: 'developer',
        send: w => ['GET', `${repository(w)}/branches/new%2Fone`],
        status: 404,
        body: message('404 Branch Not Found'),
      },
      {
        it: 'are not for those to make who only read',
        as: 'stranger',
        send: w => [
          'POST',
          `/projects/${w.openProject}/repository/branches?branch=b&ref=main`,
        ],
        status: 403,
        body: FORBIDDEN,
      },
    ])('$it ($as: $status)', async row => {
      expect(await answerTo(world(), row)).toEqual(answerOf(row));
    });
  });
});
