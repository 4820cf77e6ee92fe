import { ResponseError } from '@backstage/errors';
import {
  blockerSchema,
  PlanBlocker,
  Violation,
  violationSchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { failureOf } from './failure';

/** Why the backend did not do, or did not plan, what it was asked for. */
export type PlanRefusal =
  /** Fields of the request are wrong. */
  | { kind: 'violations'; violations: Violation[] }
  /** Something outside the request stands against it. */
  | { kind: 'blocked'; blockers: PlanBlocker[] }
  /** Another operation on the same token is under way. */
  | { kind: 'underWay'; operationId: string }
  /** It is not possible any more, in the backend's words. */
  | { kind: 'conflict'; message: string }
  | { kind: 'forbidden' }
  /** The backend does not know any more who asks; it has done nothing. */
  | { kind: 'signedOut' }
  | { kind: 'notFound'; message: string }
  /** The request is wrong in a way that no field can show. */
  | { kind: 'invalid'; message: string }
  /** No usable answer: whether it was done is not known. */
  | { kind: 'unanswered'; message: string };

function fieldOf(error: ResponseError, name: string): unknown {
  return new Map<string, unknown>(Object.entries(error.body.error)).get(name);
}

function ofConflict(error: ResponseError, message: string): PlanRefusal {
  const blockers = blockerSchema
    .array()
    .min(1)
    .safeParse(fieldOf(error, 'blockers'));
  const operationId = fieldOf(error, 'operationId');
  if (blockers.success) {
    return { kind: 'blocked', blockers: blockers.data };
  }
  return typeof operationId === 'string'
    ? { kind: 'underWay', operationId }
    : { kind: 'conflict', message };
}

function ofAnswer(error: ResponseError, message: string): PlanRefusal {
  switch (error.statusCode) {
    case 400: {
      const violations = violationSchema
        .array()
        .min(1)
        .safeParse(fieldOf(error, 'violations'));
      return violations.success
        ? { kind: 'violations', violations: violations.data }
        : { kind: 'invalid', message };
    }
    case 401:
      return { kind: 'signedOut' };
    case 403:
      return { kind: 'forbidden' };
    case 404:
      return { kind: 'notFound', message };
    case 409:
      return ofConflict(error, message);
    default:
      return { kind: 'unanswered', message };
  }
}

/** Classifies what the client of the HTTP API has thrown when it was asked to plan or to do something. */
export function planRefusalOf(error: unknown): PlanRefusal {
  const { message } = failureOf(error);
  return error instanceof ResponseError
    ? ofAnswer(error, message)
    : { kind: 'unanswered', message };
}

/** The violations of a field and of what is inside it: those of `scopes` and of `scopes.1` for `scopes`. */
export function violationsAt(
  refusal: PlanRefusal | null,
  field: string,
): Violation[] {
  return refusal?.kind === 'violations'
    ? refusal.violations.filter(
        it => it.field === field || it.field.startsWith(`${field}.`),
      )
    : [];
}

/** The refusal without what fields show themselves; null where nothing is left. */
export function apartFrom(
  refusal: PlanRefusal | null,
  fields: readonly string[],
): PlanRefusal | null {
  if (refusal?.kind !== 'violations') {
    return refusal;
  }
  const violations = refusal.violations.filter(
    ({ field }) => !fields.includes(field.split('.')[0]),
  );
  return violations.length > 0 ? { kind: 'violations', violations } : null;
}
