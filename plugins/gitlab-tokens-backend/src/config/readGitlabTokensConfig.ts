import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { resolveSopsDirectory } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { EnvironmentSettings } from '../domain/EnvironmentSettings';
import { describeIssue } from './describeIssue';
import { gitlabTokensSchema } from './schema';

/** The plugin's configuration as plain values. */
export interface GitlabTokensConfig {
  /** In configured order; empty where `gitlabTokens` is not configured. */
  environments: EnvironmentSettings[];
  /** Absolute path. */
  sopsDirectory: string;
  /** When all environments are inspected. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  requests: {
    /** Requests to one GitLab host in any minute. */
    perMinute: number;
    /** Pages of one list that are fetched side by side. */
    concurrency: number;
  };
}

const ROOT = 'gitlabTokens';

/** Often enough that the answers are warm, seldom enough that GitLab does not notice. */
const SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 1 },
};

/** A quarter of what GitLab.com gives a user. */
const REQUESTS = { perMinute: 500, concurrency: 8 };

/**
 * Reads and validates everything under `gitlabTokens`.
 *
 * @throws InputError that names every wrong key with what was found and what is allowed
 */
export function readGitlabTokensConfig(
  config: RootConfigService,
): GitlabTokensConfig {
  const raw = config.getOptional(ROOT);
  if (raw === undefined) {
    return {
      environments: [],
      sopsDirectory: '',
      schedule: SCHEDULE,
      requests: REQUESTS,
    };
  }
  const result = gitlabTokensSchema.safeParse(raw);
  if (!result.success) {
    const complaints = result.error.issues.map(each =>
      describeIssue(ROOT, each, raw),
    );
    throw new InputError(
      `The configuration of the gitlab-tokens plugin is wrong:\n${complaints.join(
        '\n',
      )}`,
    );
  }
  const { environment: current, environments, sops, requests } = result.data;
  return {
    environments: Object.entries(environments).map(([name, each]) => ({
      name,
      title: each.title ?? name,
      current: name === current,
      file: each.file,
      host: each.host,
      declared: each.credential,
      policy: each.policy,
    })),
    sopsDirectory: resolveSopsDirectory(sops.directory),
    schedule: readSchedule(config),
    requests: { ...REQUESTS, ...requests },
  };
}

function readSchedule(
  config: RootConfigService,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = config.getOptionalConfig(`${ROOT}.inspection.schedule`);
  return schedule
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
    : SCHEDULE;
}
