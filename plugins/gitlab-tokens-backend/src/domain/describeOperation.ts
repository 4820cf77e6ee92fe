import { Operation as OperationAnswer } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { isEnded, Operation } from './Operation';
import { canResume, canReveal, reasonNotToCancel } from './operationActions';

/** An operation for people: without its lease, its work and the sealed value. */
export function describeOperation(operation: Operation): OperationAnswer {
  return {
    id: operation.id,
    kind: operation.kind,
    environment: operation.environment,
    tokenKind: operation.tokenKind,
    owner: operation.owner,
    requestedBy: operation.requestedBy,
    plan: operation.plan,
    step: operation.step,
    parked: operation.parked,
    oldTokenId: operation.oldTokenId,
    newTokenId: operation.newTokenId,
    deliveries: operation.deliveries,
    attempts: operation.attempts,
    notBefore: operation.notBefore,
    actions: actionsOf(operation),
    createdAt: operation.createdAt,
    updatedAt: operation.updatedAt,
  };
}

function actionsOf(operation: Operation): OperationAnswer['actions'] {
  if (isEnded(operation.step)) {
    return [];
  }
  return [
    ...(canReveal(operation) ? (['reveal'] as const) : []),
    ...(canResume(operation) ? (['resume'] as const) : []),
    ...(reasonNotToCancel(operation) ? [] : (['cancel'] as const)),
  ];
}
