import { InputError } from '@backstage/errors';
import express, { Request, RequestHandler } from 'express';

const LIMIT = '64kb';
const bodies = new WeakMap<Request, unknown>();

/**
 * Reads the body of a request as JSON, whatever its content type says, and takes it off the request, so that nobody who
 * writes requests down finds a pasted token in one.
 */
export function readJsonBody(): RequestHandler {
  const read = express.json({
    limit: LIMIT,
    type: () => true,
    reviver: refuseNul,
  });
  return (request, response, next) =>
    read(request, response, (error?: unknown) => {
      bodies.set(request, request.body);
      request.body = undefined;
      // The parser's own error holds the body, and its message the beginning of it.
      next(
        error &&
          new InputError(
            `The body has to be a JSON object of at most ${LIMIT} without NUL characters, and is not`,
          ),
      );
    });
}

/** The body that was read. */
export function bodyOf(request: Request): unknown {
  return bodies.get(request);
}

/** Whether a text holds what PostgreSQL keeps in no text: it would fail, where SQLite finds nothing. */
export function holdsNul(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\0');
}

function refuseNul(_key: string, value: unknown): unknown {
  if (holdsNul(value)) {
    throw new SyntaxError('NUL');
  }
  return value;
}
