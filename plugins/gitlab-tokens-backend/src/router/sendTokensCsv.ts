import { ManagedToken } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { stringify } from 'csv-stringify/sync';
import { Response } from 'express';
import { Readable } from 'stream';
import { pipeline } from 'stream/promises';

type Cell = string | number | null;

const COLUMNS: Record<string, (token: ManagedToken) => Cell> = {
  environment: ({ environment }) => environment,
  kind: ({ kind }) => kind,
  ownerType: ({ owner }) => owner.type,
  owner: ({ owner }) => owner.path ?? owner.id,
  name: ({ name }) => name,
  description: ({ description }) => description,
  state: ({ state }) => state,
  scopes: ({ scopes }) => scopes.join(' '),
  role: ({ role }) => role,
  expiresAt: ({ expiresAt }) => expiresAt,
  lastUsedAt: ({ lastUsedAt }) => lastUsedAt,
  createdAt: ({ createdAt }) => createdAt,
  username: ({ username }) => username,
  credentialOf: ({ credentialOf }) => credentialOf.join(' '),
  entityOwners: ({ entityOwners }) => entityOwners.join(' '),
  tokenId: ({ tokenId }) => tokenId,
  observedAt: ({ observedAt }) => observedAt,
  ref: ({ ref }) => ref,
};

/**
 * Answers with the tokens as CSV (RFC 4180), page by page as fast as they are taken, and stops when whoever asked goes
 * away. What a spreadsheet would take for a formula gets an apostrophe before it.
 */
export async function sendTokensCsv(
  response: Response,
  pages: AsyncIterable<ManagedToken[]>,
  now: Date,
): Promise<void> {
  const reading = pages[Symbol.asyncIterator]();
  // The first page before the first byte: what fails until then is still answered as an error.
  const first = await reading.next();
  const day = now.toISOString().slice(0, 10);
  response.set({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="gitlab-tokens-${day}.csv"`,
  });
  try {
    await pipeline(Readable.from(textsOf(first, reading)), response);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_STREAM_PREMATURE_CLOSE') {
      throw error;
    }
  }
}

async function* textsOf(
  first: IteratorResult<ManagedToken[]>,
  reading: AsyncIterator<ManagedToken[]>,
): AsyncGenerator<string> {
  try {
    yield csvOf([Object.keys(COLUMNS)]);
    for (let page = first; !page.done; page = await reading.next()) {
      yield csvOf(page.value.map(cellsOf));
    }
  } finally {
    await reading.return?.();
  }
}

function cellsOf(token: ManagedToken): Cell[] {
  return Object.values(COLUMNS).map(cell => cell(token));
}

function csvOf(rows: Cell[][]): string {
  return stringify(rows, {
    record_delimiter: 'windows',
    // A line break of either kind, not only of the one that ends records.
    quoted_match: /[\r\n]/,
    escape_formulas: true,
  });
}
