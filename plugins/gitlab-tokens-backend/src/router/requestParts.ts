import { NotFoundError } from '@backstage/errors';
import { pasteRequestSchema } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  isTokenText,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { Request } from 'express';
import { z } from 'zod';
import { InvalidRequestError, parse } from './InvalidRequestError';
import { bodyOf, holdsNul } from './jsonBody';

const TOKEN_REF = /^[a-z0-9-]{1,100}\.[a-z-]{1,30}\.[a-z0-9-]{1,60}\.\d{1,15}$/;
const OPERATION_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** @throws InvalidRequestError */
export function parseBody<T extends z.ZodType>(
  request: Request,
  schema: T,
): z.infer<T> {
  return parse(schema, bodyOf(request) ?? {});
}

/**
 * The query, whose parameters may be given several times; an empty one counts as not given.
 *
 * @throws InvalidRequestError
 */
export function parseQuery<T extends z.ZodType>(
  request: Request,
  schema: T,
): z.infer<T> {
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  const query = Object.create(null) as Record<string, string | string[]>;
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name).filter(value => value !== '');
    if (values.some(holdsNul)) {
      throw new InvalidRequestError([
        { path: [name], message: 'has to be without NUL characters' },
      ]);
    }
    if (values.length > 0) {
      query[name] = values.length === 1 ? values[0] : values;
    }
  }
  return parse(schema, { ...query });
}

/** Whether a text has the form of a token's `ref`. What does not may be anything, such as the value of a token. */
export function isTokenRef(text: string): boolean {
  return TOKEN_REF.test(text);
}

/** The token in the path. @throws NotFoundError for what cannot be one */
export function tokenRefOf(request: Request): string {
  const { tokenRef } = request.params;
  if (!isTokenRef(tokenRef)) {
    throw new NotFoundError('There is no such token');
  }
  return tokenRef;
}

/** The operation in the path. @throws NotFoundError for what cannot be one */
export function operationIdOf(request: Request): string {
  const { id } = request.params;
  if (!OPERATION_ID.test(id)) {
    throw new NotFoundError('There is no such operation');
  }
  return id;
}

/** @throws InvalidRequestError that says nothing of what it was */
export function parsePastedToken(request: Request): Secret {
  const parsed = pasteRequestSchema.safeParse(bodyOf(request));
  if (!parsed.success || !isTokenText(parsed.data.token)) {
    throw new InvalidRequestError([
      {
        path: ['token'],
        message:
          'has to be the text of a GitLab token, and nothing else: visible ASCII characters without white space, at most 512',
      },
    ]);
  }
  return Secret.of(parsed.data.token);
}
