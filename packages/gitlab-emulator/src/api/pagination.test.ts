import fc from 'fast-check';
import { Client, useEmulator } from '../testing/emulator';
import { anOrganisation } from '../testing/seeds';

function seedOf(total: number) {
  return anOrganisation({
    deployTokens: Array.from({ length: total }, (_, index) => ({
      projectId: 20,
      name: `token ${index}`,
      scopes: ['read_repository'],
    })),
  });
}

describe('pagination', () => {
  const gitlab = useEmulator(seedOf(0));
  const list = '/projects/20/deploy_tokens';
  const idsOf = (json: unknown) =>
    (json as { id: number }[]).map(({ id }) => id);

  it('shows every row once to whoever follows the links, and agrees with itself on every page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 130 }),
        fc.integer({ min: 1, max: 120 }),
        async (total, perPage) => {
          await gitlab.emulator.seed(seedOf(total));
          const size = Math.min(100, perPage);
          const pages = Math.max(1, Math.ceil(total / size));
          const seen: number[] = [];
          let next:
            | string
            | null = `${gitlab.emulator.url}/api/v4${list}?per_page=${perPage}`;
          let page = 0;
          while (next !== null) {
            page += 1;
            const answer = await new Client('', 'glpat-root').get(next);
            seen.push(...idsOf(answer.json));
            const { headers } = answer;
            expect(pageHeaders(headers)).toEqual({
              'x-page': String(page),
              'x-per-page': String(size),
              'x-next-page': page < pages ? String(page + 1) : '',
              'x-prev-page': page > 1 ? String(page - 1) : '',
              'x-total': String(total),
              'x-total-pages': String(pages),
            });
            const links = linksOf(headers);
            expect(pageOf(links.first)).toBe('1');
            expect(pageOf(links.last)).toBe(String(pages));
            expect(pageOf(links.prev)).toBe(page > 1 ? String(page - 1) : null);
            next = links.next ?? null;
          }
          expect(page).toBe(pages);
          expect(seen).toEqual(
            Array.from({ length: total }, (_, index) => index + 1),
          );
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('answers a page past the end with an empty list', async () => {
    await gitlab.emulator.seed(seedOf(3));
    const answer = await gitlab.as('glpat-root').get(`${list}?page=9`);
    expect([answer.status, answer.json]).toEqual([200, []]);
    expect(answer.headers.get('x-next-page')).toBe('');
  });

  it('keeps the other parameters in the links, but never a token', async () => {
    await gitlab.emulator.seed(seedOf(3));
    const answer = await gitlab
      .as()
      .get(
        '/projects/example-org%2Fportal/deploy_tokens?private_token=glpat-root&active=true&per_page=2',
      );
    const { url } = gitlab.emulator;
    expect(linksOf(answer.headers).next).toBe(
      `${url}/api/v4/projects/example-org%2Fportal/deploy_tokens?active=true&id=example-org%2Fportal&page=2&per_page=2`,
    );
  });

  it.each([
    [10_000, '10000'],
    [10_001, null],
  ])('with %i rows says that the total is %s', async (total, expected) => {
    await gitlab.emulator.seed(seedOf(total));
    const { headers } = await gitlab
      .as('glpat-root')
      .get(`${list}?per_page=100&page=100`);
    expect(headers.get('x-total')).toBe(expected);
    expect(headers.get('x-total-pages')).toBe(expected && '100');
    expect(headers.get('x-next-page')).toBe(expected ? '' : '101');
    expect('last' in linksOf(headers)).toBe(expected !== null);
  });
});

function pageHeaders(headers: Headers) {
  const names = [
    'x-page',
    'x-per-page',
    'x-next-page',
    'x-prev-page',
    'x-total',
    'x-total-pages',
  ];
  return Object.fromEntries(names.map(name => [name, headers.get(name)]));
}

function linksOf(headers: Headers): Record<string, string | undefined> {
  const links = (headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g);
  return Object.fromEntries(
    [...links].map(([, url, relation]) => [relation, url]),
  );
}

function pageOf(url: string | undefined): string | null {
  return url === undefined ? null : new URL(url).searchParams.get('page');
}
