import { InputError } from '@backstage/errors';
import express, { Request, RequestHandler } from 'express';

const LIMIT = '64kb';
const bodies = new WeakMap<Request, unknown>();

/**
 * Reads the body of a request as JSON, whatever its content type says, and takes it off the request, so that nobody who
 * writes requests down finds a pasted token in one.
 */
export function readJsonBody(): RequestHandler {
  const read = express.json({ limit: LIMIT, type: () => true });
  return (request, response, next) =>
    read(request, response, (error?: unknown) => {
      bodies.set(request, request.body);
      request.body = undefined;
      // The parser's own error holds the body, and its message the beginning of it.
      next(
        error &&
          new InputError(
            `The body has to be a JSON object of at most ${LIMIT}, and is not`,
          ),
      );
    });
}

/** The body that was read. */
export function bodyOf(request: Request): unknown {
  return bodies.get(request);
}
