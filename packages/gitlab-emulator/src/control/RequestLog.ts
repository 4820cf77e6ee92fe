/**
 * One request to the API. `path` is the whole path as it was sent, `query` the query without its `?` and with the
 * values of tokens replaced; `status` is null until there is an answer, and for a connection that was closed
 * before anything happened; `tokenId` is null where the request named no known token.
 *
 * @public
 */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  status: number | null;
  tokenId: number | null;
  readonly at: string;
}

/** The requests to the API, oldest first. */
export class RequestLog {
  private logged: LoggedRequest[] = [];

  add(request: Pick<LoggedRequest, 'method' | 'path' | 'query' | 'at'>) {
    const entry: LoggedRequest = {
      ...request,
      query: request.query.replace(
        /\b((?:private|access|bearer|job)_token)=[^&]*/gi,
        '$1=[REDACTED]',
      ),
      status: null,
      tokenId: null,
    };
    this.logged.push(entry);
    return entry;
  }

  all(): LoggedRequest[] {
    return this.logged.map(entry => ({ ...entry }));
  }

  clear(): void {
    this.logged = [];
  }
}
