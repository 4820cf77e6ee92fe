import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { JsonValue } from '@backstage/types';
import { resolveSopsDirectory } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { z } from 'zod';
import { EnvironmentSettings } from '../domain/EnvironmentSettings';
import { describeIssue, wrongConfiguration } from './describeIssue';
import { gitlabTokensSchema } from './schema';

/** The plugin's configuration as plain values. */
export interface GitlabTokensConfig {
  /** In configured order; empty where `gitlabTokens` is not configured. */
  environments: EnvironmentSettings[];
  /** Absolute path. */
  sopsDirectory: string;
  /** When all environments are inspected. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** When the tokens of all owners are listed. */
  inventorySchedule: SchedulerServiceTaskScheduleDefinition;
  /** age recipients of new values on their way, where an environment's file has none. */
  escrowRecipients: string[];
  /** Milliseconds after an unanswered request in which GitLab may still act on it. */
  settleTime: number;
  /** What is left out is the connector's business. */
  requests: {
    /** Requests to one GitLab host in any minute. */
    perMinute?: number;
    /** Pages of one list that are fetched side by side. */
    concurrency?: number;
  };
}

const ROOT = 'gitlabTokens';

/** Often enough that the answers are warm, seldom enough that GitLab does not notice. */
const SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 1 },
};

/** What can be managed changes seldom, and listing it takes many requests. */
const INVENTORY_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 30 },
  timeout: { minutes: 10 },
};

/** Long after any request of ours has been given up. */
const SETTLE_TIME = 60_000;

/**
 * Reads and validates everything under `gitlabTokens`.
 *
 * @throws InputError that names every wrong key with what was found and what is allowed
 */
export function readGitlabTokensConfig(
  config: RootConfigService,
): GitlabTokensConfig {
  const raw = config.getOptional(ROOT);
  const written = raw === undefined ? undefined : parse(raw);
  return {
    environments: written ? environmentsOf(written) : [],
    sopsDirectory: written ? resolveSopsDirectory(written.sops.directory) : '',
    schedule: readSchedule(config, 'inspection', SCHEDULE),
    inventorySchedule: readSchedule(config, 'inventory', INVENTORY_SCHEDULE),
    escrowRecipients: written?.escrow?.recipients ?? [],
    settleTime: written?.operations?.settleTime ?? SETTLE_TIME,
    requests: written?.requests ?? {},
  };
}

type Written = z.output<typeof gitlabTokensSchema>;

function parse(raw: JsonValue): Written {
  const result = gitlabTokensSchema.safeParse(raw);
  if (result.success) {
    return result.data;
  }
  const complaints = result.error.issues.map(each =>
    describeIssue(ROOT, each, raw),
  );
  throw wrongConfiguration(complaints);
}

function environmentsOf({
  environment: current,
  environments,
}: Written): EnvironmentSettings[] {
  return Object.entries(environments).map(([name, each]) => ({
    name,
    title: each.title ?? name,
    current: name === current,
    file: each.file,
    host: each.host,
    declared: each.credential,
    policy: each.policy,
    owners: each.owners,
    rotation: each.rotation,
  }));
}

function readSchedule(
  config: RootConfigService,
  name: 'inspection' | 'inventory',
  otherwise: SchedulerServiceTaskScheduleDefinition,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = config.getOptionalConfig(`${ROOT}.${name}.schedule`);
  return schedule
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
    : otherwise;
}
