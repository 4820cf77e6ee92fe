import { BaseResource } from '@gitbeaker/requester-utils';

/** One page of a list as it came: rows not yet parsed, and what the headers say of the other pages. */
export interface Page {
  rows: unknown;
  /** Absent above 10,000 rows. */
  totalPages?: number;
  nextPage?: number;
}

/** As many as GitLab gives at once. */
const PER_PAGE = 100;

/** What the list methods of gitbeaker's resource classes are asked with, so that `pageOf` understands the answer. */
export const pageOptions = (page: number) =>
  ({ page, perPage: PER_PAGE, showExpanded: true } as const);

/** A list as gitbeaker's resource classes give it; where GitLab gave no list, they leave the pages out. */
export function pageOf(answer: {
  data: unknown;
  paginationInfo?: { totalPages: number; next: number | null };
}): Page {
  const { totalPages, next } = answer.paginationInfo ?? {};
  return {
    rows: answer.data,
    totalPages:
      totalPages === undefined || Number.isNaN(totalPages)
        ? undefined
        : totalPages,
    nextPage: next ?? undefined,
  };
}

/** A page of a list that gitbeaker has no method for. */
export async function requestPage(
  { requester }: Pick<BaseResource, 'requester'>,
  path: string,
  page: number,
): Promise<Page> {
  const { body, headers } = await requester.get(path, {
    searchParams: { page, perPage: PER_PAGE },
  });
  return {
    rows: body,
    totalPages: Number(headers['x-total-pages']) || undefined,
    nextPage: Number(headers['x-next-page']) || undefined,
  };
}

/**
 * All pages of a list, in order. As soon as the first one says how many there are, the others are fetched side by
 * side, a bounded number ahead of who reads them; where GitLab does not say (above 10,000 rows), one after the other.
 *
 * @param concurrency - how many requests may be under way at once
 */
export async function* allPages(
  fetchPage: (page: number) => Promise<Page>,
  concurrency: number,
): AsyncGenerator<Page> {
  const first = await fetchPage(1);
  yield first;
  if (first.totalPages === undefined) {
    yield* following(fetchPage, first.nextPage);
  } else {
    yield* sideBySide(fetchPage, first.totalPages, concurrency);
  }
}

async function* following(
  fetchPage: (page: number) => Promise<Page>,
  start: number | undefined,
): AsyncGenerator<Page> {
  let next = start;
  while (next !== undefined) {
    const page = await fetchPage(next);
    yield page;
    // A page that names itself or an earlier one would never end.
    next =
      page.nextPage !== undefined && page.nextPage > next
        ? page.nextPage
        : undefined;
  }
}

async function* sideBySide(
  fetchPage: (page: number) => Promise<Page>,
  totalPages: number,
  concurrency: number,
): AsyncGenerator<Page> {
  const underWay: Promise<Page>[] = [];
  let next = 2;
  const startMore = () => {
    while (next <= totalPages && underWay.length < concurrency) {
      const page = fetchPage(next);
      // A failure is told when its turn has come; until then it is not unhandled.
      page.catch(() => {});
      underWay.push(page);
      next += 1;
    }
  };
  startMore();
  while (underWay.length > 0) {
    const page = await underWay.shift()!;
    startMore();
    yield page;
  }
}
