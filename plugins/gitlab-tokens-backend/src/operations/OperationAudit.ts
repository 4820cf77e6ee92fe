import { AuditorService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Operation } from '../domain/Operation';

/**
 * Tells the auditor how operations came out. That somebody asked for one is told where it was asked for; it ends later,
 * perhaps in another process, and automatic ones nobody asked for.
 */
export class OperationAudit {
  constructor(private readonly auditor: AuditorService) {}

  /** @param operation - has ended, or is parked */
  async tell(operation: Operation): Promise<void> {
    const { kind, parked, step } = operation;
    const event = await this.auditor.createEvent({
      eventId: `operation-${kind}`,
      severityLevel: kind === 'revoke' ? 'high' : 'medium',
      meta: factsOf(operation),
    });
    if (parked) {
      const { code, message } = parked;
      const error = new Error(`${code}: ${message}`);
      error.stack = error.message;
      await event.fail({ error });
      return;
    }
    await event.success({ meta: { outcome: step } });
  }
}

function factsOf(operation: Operation): JsonObject {
  const { deliveries, oldTokenId, newTokenId } = operation;
  return {
    operation: operation.id,
    requestedBy: operation.requestedBy,
    environment: operation.environment,
    kind: operation.tokenKind,
    owner: operation.owner,
    step: operation.step,
    oldTokenId,
    newTokenId,
    deliveries: deliveries.map(({ target, state }) => `${target}: ${state}`),
  };
}
