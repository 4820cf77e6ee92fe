import {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  Delivery,
  Operation,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Request, RequestHandler } from 'express';

/** Everything that changes something, with how the auditor ranks it and the status of its answer. */
const CHANGES = {
  'credential-paste': { severityLevel: 'medium', status: 202 },
  'credential-rotate': { severityLevel: 'medium', status: 202 },
  'token-issue': { severityLevel: 'medium', status: 202 },
  'token-rotate': { severityLevel: 'medium', status: 202 },
  'token-revoke': { severityLevel: 'high', status: 202 },
  'operation-resume': { severityLevel: 'medium', status: 202 },
  'operation-cancel': { severityLevel: 'medium', status: 202 },
  'operation-reveal': { severityLevel: 'high', status: 200 },
} as const satisfies Record<
  string,
  { severityLevel: AuditorServiceEventSeverityLevel; status: number }
>;

/** Errors whose words are meant for whoever asked. */
const FOR_PEOPLE = new Set([
  'AuthenticationError',
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'NotImplementedError',
  'ServiceUnavailableError',
]);

/** What is told of a change: never a value, never a request as it came. */
export interface ChangeFacts {
  environment?: string;
  /** Where it concerns tokens of several. */
  environments?: string[];
  kind?: string | null;
  owner?: string | null;
  /** Refs. */
  tokens?: string[];
  tokenId?: number | null;
  operations?: string[];
  deliveries?: string[];
}

/** Adds to what is told of the change that is under way. */
export type TellAuditor = (facts: ChangeFacts) => void;

/** Makes routes that change something: each is an event of the auditor, whether it succeeds or not. */
export class ChangeAudit {
  constructor(private readonly auditor: AuditorService) {}

  /** @param work - does it, and gives the body of the answer */
  route(
    eventId: keyof typeof CHANGES,
    work: (request: Request, tell: TellAuditor) => Promise<object>,
  ): RequestHandler {
    const { severityLevel, status } = CHANGES[eventId];
    return async (request, response) => {
      const event = await this.auditor.createEvent({
        eventId,
        severityLevel,
        request,
      });
      const meta: JsonObject = {};
      const tell: TellAuditor = facts => Object.assign(meta, facts);
      let body: object;
      try {
        body = await work(request, tell);
      } catch (error) {
        await event.fail({ error: told(error), meta });
        throw error;
      }
      await event.success({ meta });
      response.status(status).json(body);
    };
  }
}

/** What an operation is about. */
export function factsOfOperation(operation: Operation): ChangeFacts {
  const { id, environment, tokenKind, owner, oldTokenId } = operation;
  return {
    environment,
    kind: tokenKind,
    owner,
    tokenId: oldTokenId,
    operations: [id],
    deliveries: operation.deliveries.map(({ target }) => target),
  };
}

/** Where new values are to go. */
export function targetsOf(deliver: Delivery[] | undefined): ChangeFacts {
  return deliver ? { deliveries: deliver.map(({ target }) => target) } : {};
}

/** The error without what hangs on it; of one that was not expected, its name alone. */
function told(error: unknown): Error {
  const isForPeople = isError(error) && FOR_PEOPLE.has(error.name);
  const plain = new Error(isForPeople ? error.message : 'Internal error');
  plain.name = isError(error) ? error.name : 'Error';
  plain.stack = `${plain.name}: ${plain.message}`;
  return plain;
}
