import { Answer, jsonAnswer } from '../http/answer';
import { Surroundings } from './endpoint';
import { integer } from './parameterKinds';
import { except } from './parameters';

const DEFAULT_PER_PAGE = 20;
const MAX_PER_PAGE = 100;
const MAX_COUNTED_ROWS = 10_000;

/** The parameters of every list. */
export const pageParameters = { page: integer, per_page: except(integer, 0) };

interface Page {
  readonly page?: number;
  readonly per_page?: number;
}

/** Answers one page of rows. */
export function pageAnswer<Row>(
  call: Surroundings & { parameters: Page },
  rows: readonly Row[],
  present: (row: Row) => unknown,
): Answer {
  const { shown, headers } = pageOf(call, rows);
  return jsonAnswer(200, shown.map(present), headers);
}

/** The rows of the asked page, and GitLab's headers for it; totals are left out above 10,000 rows. */
export function pageOf<Row>(
  call: Surroundings & { parameters: Page },
  rows: readonly Row[],
): { shown: Row[]; headers: Record<string, string> } {
  const page = Math.max(1, call.parameters.page ?? 1);
  const wanted = call.parameters.per_page ?? DEFAULT_PER_PAGE;
  const size = wanted < 1 ? DEFAULT_PER_PAGE : Math.min(MAX_PER_PAGE, wanted);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const shown = rows.slice((page - 1) * size, page * size);
  const next = page < pages ? page + 1 : null;
  const previous = page > 1 ? page - 1 : null;
  const isCounted = rows.length <= MAX_COUNTED_ROWS;
  const link = (relation: string, target: number | null) =>
    target === null
      ? []
      : [`<${pageUrl(call, target, size)}>; rel="${relation}"`];
  const headers = {
    'X-Page': String(page),
    'X-Per-Page': String(size),
    'X-Next-Page': String(next ?? ''),
    'X-Prev-Page': String(previous ?? ''),
    ...(isCounted && {
      'X-Total': String(rows.length),
      'X-Total-Pages': String(pages),
    }),
    Link: [
      ...link('prev', previous),
      ...link('next', next),
      ...link('first', 1),
      ...link('last', isCounted ? pages : null),
    ].join(', '),
  };
  return { shown, headers };
}

/** The address of another page: the same parameters in alphabetical order, but never a token. */
function pageUrl(
  { baseUrl, request, parameters }: Surroundings & { parameters: Page },
  page: number,
  size: number,
): string {
  const pairs = Object.entries({ ...parameters, page, per_page: size })
    .flatMap(([name, value]) =>
      Array.isArray(value)
        ? value.map(entry => [`${name}[]`, String(entry)])
        : [[name, String(value)]],
    )
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `${baseUrl}/api/v4${request.path}?${new URLSearchParams(pairs)}`;
}
