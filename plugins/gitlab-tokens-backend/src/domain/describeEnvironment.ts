import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { credentialState, daysLeft } from './credentialState';
import { EnvironmentSettings } from './EnvironmentSettings';
import { findingsOf } from './findings';
import { Inspection } from './Inspection';

/**
 * What is told of one environment at this moment, from its configuration and the last inspections of all
 * environments.
 */
export function describeEnvironment(
  settings: EnvironmentSettings,
  inspections: Inspection[],
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
