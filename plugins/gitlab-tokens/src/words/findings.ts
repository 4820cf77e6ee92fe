import {
  Environment,
  Finding,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { kindWord, neverHappens, roleWord, Translate, Words } from './Words';

/** A finding in words: a clause for a sentence about several environments, and what is the matter. */
export type FindingWords = { short: string; what: string };

/** The messages of a finding. */
export type FindingKey =
  keyof typeof import('../messages/findings').findingMessages;

/** What of an environment its findings mention. */
export type FindingSubject = Pick<Environment, 'title' | 'file'>;

export function findingWords(
  finding: Finding,
  subject: FindingSubject,
  words: Words,
): FindingWords {
  const { key, params } = findingMessage(finding, subject, words);
  const say: Translate = words.t;
  return {
    short: say(`finding.${key}.short`, params),
    what: say(`finding.${key}.what`, params),
  };
}

/** Which messages say something of a finding, and all that they mention. */
export function findingMessage(
  finding: Finding,
  subject: FindingSubject,
  words: Words,
) {
  const { key, params } = messageOf(finding, words);
  const all = {
    days: '',
    date: '',
    environments: '',
    expected: '',
    expiry: '',
    found: '',
    lastUsed: '',
    maxDays: '',
    scopes: '',
    environment: subject.title,
    file: subject.file,
    ...params,
  };
  return { key, params: all };
}

type Message = { key: FindingKey; params?: Record<string, string> };

function messageOf(finding: Finding, { t, formats }: Words): Message {
  switch (finding.code) {
    case 'MISSING_SCOPE':
    case 'SURPLUS_SCOPE':
      return {
        key: finding.code === 'MISSING_SCOPE' ? 'missingScope' : 'surplusScope',
        params: { scopes: formats.list(finding.scopes) },
      };
    case 'ROLE_TOO_LOW':
    case 'ROLE_TOO_HIGH':
      return roleMessage(finding, t);
    case 'WRONG_KIND':
      return {
        key: 'wrongKind',
        params: {
          expected: kindWord(finding.expected, t),
          found: kindWord(finding.found, t),
        },
      };
    case 'WRONG_NAME':
      return {
        key: 'wrongName',
        params: { expected: finding.expected, found: finding.found },
      };
    case 'WRONG_OWNER':
      return finding.found === null
        ? { key: 'notMember', params: { expected: finding.expected } }
        : {
            key: 'wrongOwner',
            params: { expected: finding.expected, found: finding.found },
          };
    case 'TOKEN_IN_CLEAR':
      return { key: 'tokenInClear' };
    case 'BROKER_MISSING':
      return { key: 'brokerMissing' };
    case 'BROKER_CANNOT_MANAGE':
      return { key: 'brokerCannotManage' };
    case 'SHARED_BY_ENVIRONMENTS':
      return {
        key: 'sharedByEnvironments',
        params: { environments: formats.list(finding.environments) },
      };
    default:
      return lifetimeMessage(finding, formats);
  }
}

type RoleFinding = Extract<Finding, { code: 'ROLE_TOO_LOW' | 'ROLE_TOO_HIGH' }>;

function roleMessage(finding: RoleFinding, t: Translate): Message {
  const params = {
    expected: roleWord(finding.expected, t),
    found: roleWord(finding.found, t),
  };
  if (finding.code === 'ROLE_TOO_LOW') {
    return { key: 'roleTooLow', params };
  }
  return { key: finding.byPolicy ? 'roleAbovePolicy' : 'roleTooHigh', params };
}

type LifetimeFinding = Extract<
  Finding,
  { code: 'NO_EXPIRY' | 'LIFETIME_TOO_LONG' | 'EXPIRES_SOON' | 'UNUSED' }
>;

function lifetimeMessage(
  finding: LifetimeFinding,
  formats: Words['formats'],
): Message {
  switch (finding.code) {
    case 'NO_EXPIRY':
      return { key: 'noExpiry' };
    case 'LIFETIME_TOO_LONG':
      return {
        key: 'lifetimeTooLong',
        params: {
          days: formats.days(finding.days),
          maxDays: formats.days(finding.maxDays),
        },
      };
    case 'EXPIRES_SOON':
      return {
        key: finding.days > 0 ? 'expiresSoon' : 'hasExpired',
        params: {
          date: formats.date(finding.expiresAt),
          expiry: formats.inDays(finding.days),
        },
      };
    case 'UNUSED':
      return finding.lastUsedAt === null
        ? { key: 'neverUsed', params: { days: formats.days(finding.days) } }
        : {
            key: 'unused',
            params: { lastUsed: formats.inDays(-finding.days) },
          };
    default:
      return neverHappens(finding);
  }
}
