import {
  Finding,
  FindingCode,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { anEnvironment } from '../__testUtils__/environments';
import { englishWords } from '../__testUtils__/words';
import { Help } from '../model/cardAction';
import { findingAdvice } from './advice';
import { findingWords } from './findings';

const subject = { title: 'qa', file: 'qa.enc.yaml' };
const severity = 'error';

/** Every code, so that a new one does not compile before it has an example here. */
const EXAMPLES: Record<
  FindingCode,
  [finding: Finding, short: string, what: string][]
> = {
  MISSING_SCOPE: [
    [
      { code: 'MISSING_SCOPE', severity, scopes: ['read_api', 'api'] },
      'qa lacks read_api and api',
      'The token lacks read_api and api, which the configuration declares.',
    ],
  ],
  SURPLUS_SCOPE: [
    [
      { code: 'SURPLUS_SCOPE', severity, scopes: ['sudo'] },
      'qa has sudo and should not',
      'The token has sudo, which is not declared or not allowed by the policy.',
    ],
  ],
  ROLE_TOO_LOW: [
    [
      {
        code: 'ROLE_TOO_LOW',
        severity,
        expected: 'developer',
        found: 'security-manager',
      },
      'qa is Security Manager instead of Developer',
      'The role is Security Manager; Developer is declared.',
    ],
  ],
  ROLE_TOO_HIGH: [
    [
      {
        code: 'ROLE_TOO_HIGH',
        severity,
        expected: 'developer',
        found: 'owner',
        byPolicy: false,
      },
      'qa is Owner instead of Developer',
      'The role is Owner; Developer is declared.',
    ],
    [
      {
        code: 'ROLE_TOO_HIGH',
        severity,
        expected: 'maintainer',
        found: 'level 60',
        byPolicy: true,
      },
      'qa is level 60, above the policy',
      'The role is level 60; the policy allows Maintainer at most.',
    ],
  ],
  WRONG_KIND: [
    [
      {
        code: 'WRONG_KIND',
        severity,
        expected: 'group',
        found: 'service-account',
      },
      'qa runs on a service account token',
      'It is a service account token; a group access token is declared.',
    ],
  ],
  WRONG_NAME: [
    [
      { code: 'WRONG_NAME', severity, expected: 'portal', found: 'test' },
      'qa runs on a token of another name',
      'The token is called “test”; “portal” is declared.',
    ],
  ],
  WRONG_OWNER: [
    [
      { code: 'WRONG_OWNER', severity, expected: 'a/b', found: 'a/c' },
      'qa belongs to another owner',
      'The token belongs to a/c; a/b is declared.',
    ],
    [
      { code: 'WRONG_OWNER', severity, expected: 'a/b', found: null },
      'qa has no access to a/b',
      'The token has no access to a/b, the declared owner.',
    ],
  ],
  NO_EXPIRY: [
    [
      { code: 'NO_EXPIRY', severity },
      'qa never expires',
      'The token never expires.',
    ],
  ],
  LIFETIME_TOO_LONG: [
    [
      { code: 'LIFETIME_TOO_LONG', severity, maxDays: 90, days: 365 },
      'qa lives longer than the policy allows',
      'The token lives for 365 days; the policy allows 90 days.',
    ],
  ],
  EXPIRES_SOON: [
    [
      {
        code: 'EXPIRES_SOON',
        severity,
        expiresAt: '2026-06-13',
        days: 12,
      },
      'qa expires in 12 days',
      'The token expires on Jun 13, 2026, in 12 days.',
    ],
    [
      { code: 'EXPIRES_SOON', severity, expiresAt: '2026-06-01', days: 0 },
      'qa has expired',
      'The token expired on Jun 1, 2026.',
    ],
  ],
  UNUSED: [
    [
      {
        code: 'UNUSED',
        severity,
        lastUsedAt: '2026-02-21T00:00:00Z',
        days: 100,
      },
      'qa is not used',
      'The token was last used 100 days ago.',
    ],
    [
      { code: 'UNUSED', severity, lastUsedAt: null, days: 100 },
      'qa was never used',
      'The token has never been used, 100 days after it was created.',
    ],
  ],
  TOKEN_IN_CLEAR: [
    [
      { code: 'TOKEN_IN_CLEAR', severity },
      'the token of qa is not encrypted',
      'The token stands in qa.enc.yaml outside the encryption.',
    ],
  ],
  BROKER_MISSING: [
    [
      { code: 'BROKER_MISSING', severity },
      'qa has no broker',
      'There is no broker: tokens of this environment cannot be managed from here.',
    ],
  ],
  BROKER_CANNOT_MANAGE: [
    [
      { code: 'BROKER_CANNOT_MANAGE', severity },
      'the broker of qa cannot manage tokens',
      'The broker may not create the token that is declared here.',
    ],
  ],
  SHARED_BY_ENVIRONMENTS: [
    [
      {
        code: 'SHARED_BY_ENVIRONMENTS',
        severity,
        environments: ['dev', 'prod'],
      },
      'qa shares its token with dev and prod',
      'The same token is used by dev and prod.',
    ],
  ],
};

const HELPS: Help[] = ['rotate', 'paste', 'ask', 'byHand'];

describe('a finding', () => {
  it.each(Object.values(EXAMPLES).flat())(
    'is said in words, with what to do: %j',
    (finding, short, what) => {
      const words = findingWords(finding, subject, englishWords());
      expect(words).toEqual({ short, what });
      const environment = anEnvironment(subject);
      const advice = HELPS.map(help =>
        findingAdvice(finding, { environment, help }, englishWords()),
      );
      for (const sentence of advice) {
        expect(sentence).toMatch(/^[A-Z].*\.$/);
      }
      // No placeholder is left, and none was filled with nothing
      expect([short, what, ...advice].join(' ')).not.toMatch(
        /\{\{|undefined|“”| {2}| [.,;]/,
      );
    },
  );
});
