import {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Backend } from './assembleBackend';
import { GitlabTokensConfig } from './config/readGitlabTokensConfig';
import { inspectOnChange, scheduleInspections } from './jobs/inspectionJobs';
import { scheduleInventory } from './jobs/inventoryJobs';
import { scheduleOperations } from './jobs/operationJobs';

/** Starts whatever runs without anybody asking. */
export async function startJobs(
  parts: Pick<
    Backend,
    'inspector' | 'follower' | 'rotation' | 'refresher' | 'brokerWatch'
  > & {
    lifecycle: LifecycleService;
    logger: LoggerService;
    scheduler: SchedulerService;
    settings: GitlabTokensConfig;
  },
): Promise<void> {
  const { inspector, follower, lifecycle, logger, settings } = parts;
  const stopping = new AbortController();
  lifecycle.addShutdownHook(async () => {
    stopping.abort();
    await follower.stop();
  });
  lifecycle.addStartupHook(async () => {
    inspectOnChange({
      directory: settings.sopsDirectory,
      inspector,
      logger,
      signal: stopping.signal,
    });
    // The schedule may have run shortly before this start; what the files hold now is another matter.
    inspector.inspectAll().catch(error => logger.error(error));
  });
  await scheduleInspections({ ...parts, schedule: settings.schedule });
  await scheduleInventory({ ...parts, schedule: settings.inventorySchedule });
  await scheduleOperations(parts);
}
