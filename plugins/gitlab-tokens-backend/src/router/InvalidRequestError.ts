import { InputError } from '@backstage/errors';
import {
  ROLES,
  rotationModeSchema,
  TOKEN_KINDS,
  Violation,
  ViolationCode,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { z } from 'zod';

/** The fields of requests whose faults have a code, with what is allowed in them. */
const CODES: Record<string, { code: ViolationCode; allowed?: string[] }> = {
  kind: { code: 'KIND_NOT_ALLOWED', allowed: [...TOKEN_KINDS] },
  role: { code: 'ROLE_NOT_ALLOWED', allowed: [...ROLES] },
  name: { code: 'NAME_EMPTY' },
  deliver: { code: 'DELIVERY_INVALID' },
  mode: { code: 'MODE_NOT_POSSIBLE', allowed: [...rotationModeSchema.options] },
  token: { code: 'TOKEN_MALFORMED' },
};

/**
 * A request that is not of the contract; the answer 400 names everything that is wrong with it, in its message, and in
 * `violations` what has a code. What was found is not repeated: somebody may have put a value in the wrong place.
 */
export class InvalidRequestError extends InputError {
  readonly violations: Violation[];

  constructor(issues: { path: PropertyKey[]; message: string }[]) {
    super(
      `The request is not as it has to be. ${issues
        .map(({ path, message }) =>
          path.length > 0 ? `${path.join('.')}: ${message}` : message,
        )
        .join('; ')}`,
    );
    this.violations = issues.flatMap(({ path, message }) => {
      const known = isField(path[0]) ? CODES[path[0]] : undefined;
      return known
        ? [
            {
              code: known.code,
              field: path.join('.'),
              found: null,
              allowed: known.allowed ?? [],
              message,
            },
          ]
        : [];
    });
  }
}

function isField(key: PropertyKey | undefined): key is string {
  return typeof key === 'string' && Object.hasOwn(CODES, key);
}

/** @throws InvalidRequestError with everything that is wrong */
export function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new InvalidRequestError(parsed.error.issues);
  }
  return parsed.data;
}
