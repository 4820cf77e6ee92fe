import {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { watchSopsFiles } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { Inspector } from '../operations/Inspector';

/** Keeps the answers warm: one replica inspects all environments on schedule. */
export async function scheduleInspections(options: {
  scheduler: SchedulerService;
  inspector: Inspector;
  schedule: SchedulerServiceTaskScheduleDefinition;
}): Promise<void> {
  const { scheduler, inspector, schedule } = options;
  await scheduler.scheduleTask({
    id: 'gitlab-tokens-inspection',
    ...schedule,
    scope: 'global',
    fn: async () => {
      await inspector.inspectAll();
    },
  });
}

/** Inspects an environment again as soon as its SOPS file has changed. */
export function inspectOnChange(options: {
  directory: string;
  inspector: Inspector;
  logger: LoggerService;
  signal: AbortSignal;
}): void {
  const { directory, inspector, logger, signal } = options;
  watchSopsFiles(
    inspector.files.map(file => ({ directory, file })),
    ({ file }) => {
      inspector.inspectFile(file).catch(error => logger.error(error));
    },
    { signal },
  );
}
