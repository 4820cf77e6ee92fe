import {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InventoryRefresher } from '../operations/inventory/InventoryRefresher';
import { BrokerWatch } from '../operations/planning/BrokerWatch';

/**
 * Lists the tokens of all environments on schedule, and looks at the brokers that manage them. One replica at a time
 * does, and the others read what it wrote.
 */
export async function scheduleInventory(options: {
  scheduler: SchedulerService;
  refresher: InventoryRefresher;
  brokerWatch: BrokerWatch;
  schedule: SchedulerServiceTaskScheduleDefinition;
}): Promise<void> {
  const { scheduler, refresher, brokerWatch, schedule } = options;
  await scheduler.scheduleTask({
    id: 'gitlab-tokens-inventory',
    ...schedule,
    scope: 'global',
    fn: async signal => {
      await brokerWatch.lookAtAll();
      await refresher.refreshAll(signal);
    },
  });
}
