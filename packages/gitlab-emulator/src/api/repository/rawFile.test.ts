import { useEmulator } from '../../testing/emulator';
import { aToken, anOrganisation } from '../../testing/seeds';

describe('a raw file', () => {
  const seed = anOrganisation({
    tokens: [
      aToken({
        id: 50,
        userId: 4,
        scopes: ['read_repository'],
        value: 'glpat-code',
      }),
    ],
  });
  for (const project of seed.projects ?? []) {
    project.files = [{ path: 'docs/catalog info.yaml', content: 'a: ä\n' }];
  }
  const gitlab = useEmulator(seed);

  const path =
    '/projects/example-org%2Fportal/repository/files/docs%2Fcatalog%20info.yaml/raw?ref=main';

  it.each<[string, Record<string, string>]>([
    ['an API token', { Authorization: 'Bearer glpat-developer' }],
    ['a token for code alone', { Authorization: 'Bearer glpat-code' }],
    [
      'somebody who has it in a cache',
      {
        Authorization: 'Bearer glpat-code',
        'If-None-Match': '"abc"',
        'If-Modified-Since': 'Mon, 01 Jun 2026 12:00:00 GMT',
      },
    ],
  ])(
    'is sent, as Backstage asks for it, to %s: always whole, as GitLab forbids keeping it',
    async (_, headers) => {
      const answer = await gitlab.as().get(path, headers);
      expect([answer.status, answer.text]).toEqual([200, 'a: ä\n']);
      expect(answer.headers.get('cache-control')).toContain('no-store');
      expect(answer.headers.get('etag')).toBeNull();
    },
  );

  it('is not found by those who may not see the project', async () => {
    const headers = { Authorization: 'Bearer glpat-stranger' };
    expect((await gitlab.as().get(path, headers)).status).toBe(404);
  });
});
