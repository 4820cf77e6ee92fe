import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { BrokerFacts } from './BrokerFacts';
import { credentialState, daysLeft } from './credentialState';
import { EnvironmentSettings } from './EnvironmentSettings';
import { findingsOf } from './findings';
import { Inspection } from './Inspection';

/** What was last found out about all environments. */
export interface KnownOfAll {
  inspections: Inspection[];
  brokers?: BrokerFacts[];
}

/** What is told of one environment at this moment, from its configuration and what is known of all environments. */
export function describeEnvironment(
  settings: EnvironmentSettings,
  { inspections, brokers = [] }: KnownOfAll,
  now: Date,
): Environment {
  const { name, title, current, file, host, declared, policy } = settings;
  const inspection = inspections.find(
    ({ environment }) => environment === name,
  );
  return {
    name,
    title,
    current,
    file,
    host: inspection?.file?.host ?? host ?? null,
    webUrl: inspection?.file?.webUrl ?? null,
    declared,
    policy,
    state: credentialState(inspection, policy, now),
    problem: inspection?.problem ?? null,
    observed: inspection?.observed ?? null,
    daysLeft: daysLeft(inspection, now),
    findings: inspection
      ? findingsOf({
          settings,
          inspection,
          broker: brokers.find(({ environment }) => environment === name),
          sharedWith: environmentsOnSameToken(inspection, inspections),
          now,
        })
      : [],
    inspectedAt: inspection?.inspectedAt ?? null,
  };
}

function environmentsOnSameToken(
  inspection: Inspection,
  inspections: Inspection[],
): string[] {
  return inspections
    .filter(
      other =>
        other.environment !== inspection.environment &&
        inspection.observed !== null &&
        other.observed?.tokenId === inspection.observed.tokenId &&
        other.file?.host === inspection.file?.host,
    )
    .map(({ environment }) => environment);
}
