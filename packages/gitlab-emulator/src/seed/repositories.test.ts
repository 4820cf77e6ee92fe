import { useEmulator } from '../testing/emulator';
import { anOrganisation } from '../testing/seeds';

describe('seeds with files', () => {
  const gitlab = useEmulator({
    ...anOrganisation(),
    projects: [
      {
        id: 20,
        path: 'portal',
        groupId: 10,
        defaultBranch: 'trunk',
        files: [
          { path: 'a.yaml', content: 'a\n' },
          { path: 'b.bin', content: '/wA=', encoding: 'base64' },
          { path: 'a.yaml', content: 'other\n', branch: 'stage' },
        ],
      },
    ],
  });
  const read = async (path: string, ref: string) =>
    (
      await gitlab
        .as('glpat-developer')
        .get(`/projects/20/repository/files/${path}/raw?ref=${ref}`)
    ).text;

  it('fill the default branch, and other branches on top of it', async () => {
    expect(await read('a.yaml', 'trunk')).toBe('a\n');
    expect(await read('a.yaml', 'stage')).toBe('other\n');
    expect(await read('b.bin', 'stage')).toBe(await read('b.bin', 'trunk'));
    const commits = await gitlab
      .as('glpat-developer')
      .get('/projects/20/repository/commits?ref_name=stage');
    expect(commits.json).toMatchObject([
      { title: 'Start stage' },
      { title: 'Initial commit' },
    ]);
  });

  it.each([
    [
      [
        { path: 'a', content: '' },
        { path: 'a', content: '' },
      ],
      'projects[0]: A file with this name already exists',
    ],
    [
      [{ path: 'a', content: '', branch: 'no good' }],
      "projects[0]: Something went wrong when we tried to create 'no good' for you: Branch name is invalid",
    ],
  ])('are refused where they contradict themselves', async (files, reason) => {
    const seed = anOrganisation({
      projects: [{ path: 'p', groupId: 10, files }],
    });
    await expect(gitlab.emulator.seed(seed)).rejects.toThrow(reason);
  });
});
