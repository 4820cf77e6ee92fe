import {
  daysUntilExpiry,
  DeclaredCredential,
  Finding,
  missingScopes,
  ObservedCredential,
  Policy,
  Role,
  ROLE_LEVELS,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { brokerBlockers } from './brokerAbilities';
import { accessTo, BrokerFacts } from './BrokerFacts';
import { EnvironmentSettings } from './EnvironmentSettings';
import { InspectedFile, Inspection } from './Inspection';

/** What the findings of one environment are judged by. */
export interface FindingsInput {
  settings: EnvironmentSettings;
  inspection: Inspection;
  /** What is known of the environment's broker. */
  broker: BrokerFacts | undefined;
  /** Names of the other environments that were observed to run on the same token. */
  sharedWith: string[];
  now: Date;
}

const RANK = { error: 0, warning: 1, info: 2 };

/** Every difference between declaration, policy and observation, the severe ones first. */
export function findingsOf(input: FindingsInput): Finding[] {
  const { settings, inspection, broker, sharedWith, now } = input;
  const { declared, policy } = settings;
  const { observed, file } = inspection;
  const findings: Finding[] = [...fileFindings(file, declared)];
  if (observed) {
    findings.push(
      ...identityFindings(declared, observed),
      ...scopeFindings(declared, policy, observed),
      ...roleFindings(declared, policy, observed),
      ...expiryFindings(policy, observed, now),
    );
  }
  if (file && broker && !canManage(declared, { file, broker, now })) {
    findings.push({ code: 'BROKER_CANNOT_MANAGE', severity: 'warning' });
  }
  if (sharedWith.length > 0) {
    findings.push({
      code: 'SHARED_BY_ENVIRONMENTS',
      severity: 'warning',
      environments: sharedWith,
    });
  }
  return findings.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

function fileFindings(
  file: InspectedFile | null,
  declared: DeclaredCredential,
): Finding[] {
  const findings: Finding[] = [];
  if (file?.tokenInClear) {
    findings.push({ code: 'TOKEN_IN_CLEAR', severity: 'error' });
  }
  // A personal token has no broker: GitLab has no API by which another token could replace it, but an administrator's.
  const isResourceToken =
    declared.kind === 'group' || declared.kind === 'project';
  if (file && !file.hasBroker && isResourceToken) {
    findings.push({ code: 'BROKER_MISSING', severity: 'info' });
  }
  return findings;
}

/**
 * Whether the broker could replace the declared credential, as far as is known: facts of another file, of no broker, or
 * of one that could not be asked say nothing.
 */
function canManage(
  { kind, owner, role }: DeclaredCredential,
  known: { file: InspectedFile; broker: BrokerFacts; now: Date },
): boolean {
  const { file, broker, now } = known;
  if (
    (kind !== 'group' && kind !== 'project') ||
    broker.source !== 'broker' ||
    broker.outcome !== 'accepted' ||
    broker.fileDigest !== file.digest
  ) {
    return true;
  }
  const access = accessTo(broker, { type: kind, path: owner ?? '' });
  // Where it was not asked for its role, nothing is held against it.
  const accessLevel = access ? access.accessLevel : ROLE_LEVELS.owner;
  const tokenLevel = role ? ROLE_LEVELS[role] : null;
  const task = { action: 'issue', kind, accessLevel, tokenLevel } as const;
  return brokerBlockers(broker, { ...task, userId: null }, now).length === 0;
}

function identityFindings(
  declared: DeclaredCredential,
  observed: ObservedCredential,
): Finding[] {
  const findings: Finding[] = [];
  if (declared.kind && observed.kind && declared.kind !== observed.kind) {
    findings.push({
      code: 'WRONG_KIND',
      severity: 'error',
      expected: declared.kind,
      found: observed.kind,
    });
  }
  // An owner that the token may not see (null) is no proof of a wrong one. GitLab's paths ignore case.
  const found = observed.owner?.path;
  if (
    declared.owner &&
    observed.owner &&
    found?.toLowerCase() !== declared.owner.toLowerCase()
  ) {
    findings.push({
      code: 'WRONG_OWNER',
      severity: 'error',
      expected: declared.owner,
      found: found ?? null,
    });
  }
  if (declared.name && declared.name !== observed.name) {
    findings.push({
      code: 'WRONG_NAME',
      severity: 'info',
      expected: declared.name,
      found: observed.name,
    });
  }
  return findings;
}

function scopeFindings(
  declared: DeclaredCredential,
  policy: Policy,
  observed: ObservedCredential,
): Finding[] {
  const findings: Finding[] = [];
  const missing = missingScopes(declared.scopes ?? [], observed.scopes);
  if (missing.length > 0) {
    findings.push({
      code: 'MISSING_SCOPE',
      severity: 'error',
      scopes: missing,
    });
  }
  const surplus = observed.scopes.filter(
    scope =>
      declared.scopes?.includes(scope) === false ||
      policy.allowedScopes?.includes(scope) === false,
  );
  if (surplus.length > 0) {
    findings.push({
      code: 'SURPLUS_SCOPE',
      severity: 'warning',
      scopes: surplus,
    });
  }
  return findings;
}

function roleFindings(
  declared: DeclaredCredential,
  policy: Policy,
  observed: ObservedCredential,
): Finding[] {
  const found = observed.role;
  if (!found) {
    return [];
  }
  const findings: Finding[] = [];
  if (declared.role && isBelow(found, declared.role)) {
    const expected = declared.role;
    findings.push({ code: 'ROLE_TOO_LOW', severity: 'error', expected, found });
  }
  // One finding is enough: the policy's is the graver one.
  const isOverPolicy = policy.maxRole && isBelow(policy.maxRole, found);
  const limit = isOverPolicy ? policy.maxRole : declared.role;
  if (limit && isBelow(limit, found)) {
    findings.push({
      code: 'ROLE_TOO_HIGH',
      severity: isOverPolicy ? 'error' : 'warning',
      expected: limit,
      found,
      byPolicy: Boolean(isOverPolicy),
    });
  }
  return findings;
}

function isBelow(role: Role, other: Role): boolean {
  return ROLE_LEVELS[role] < ROLE_LEVELS[other];
}

function expiryFindings(
  policy: Policy,
  observed: ObservedCredential,
  now: Date,
): Finding[] {
  const { expiresAt, createdAt } = observed;
  if (!expiresAt) {
    return [{ code: 'NO_EXPIRY', severity: 'warning' }];
  }
  const findings: Finding[] = [];
  const days = daysUntilExpiry(expiresAt, now);
  if (days <= policy.warnDays) {
    const severity = days <= policy.criticalDays ? 'error' : 'warning';
    findings.push({ code: 'EXPIRES_SOON', severity, expiresAt, days });
  }
  const lifetime = daysUntilExpiry(expiresAt, new Date(createdAt));
  if (policy.maxLifetimeDays && lifetime > policy.maxLifetimeDays) {
    findings.push({
      code: 'LIFETIME_TOO_LONG',
      severity: 'warning',
      maxDays: policy.maxLifetimeDays,
      days: lifetime,
    });
  }
  return findings;
}
