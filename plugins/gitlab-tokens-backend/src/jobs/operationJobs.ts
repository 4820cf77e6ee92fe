import { SchedulerService } from '@backstage/backend-plugin-api';
import { AutomaticRotation } from '../operations/AutomaticRotation';
import { OperationFollower } from '../operations/broker/OperationFollower';

/**
 * Takes over what a dead process has left, and rotates by itself what is configured so. Every replica may look: the
 * ledger's leases decide who works on what.
 */
export async function scheduleOperations(options: {
  scheduler: SchedulerService;
  follower: OperationFollower;
  rotation: AutomaticRotation;
}): Promise<void> {
  const { scheduler, follower, rotation } = options;
  await scheduler.scheduleTask({
    id: 'gitlab-tokens-operations',
    frequency: { seconds: 30 },
    timeout: { minutes: 10 },
    scope: 'local',
    fn: () => follower.resumeDue(),
  });
  await scheduler.scheduleTask({
    id: 'gitlab-tokens-rotation',
    frequency: { minutes: 15 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
    scope: 'global',
    fn: () => rotation.run(),
  });
}
