import {
  CredentialState,
  Environment,
  Finding,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  anEnvironment,
  anObservation,
  aPersonalEnvironment,
} from '../__testUtils__/environments';
import { actionFor, actionForFinding, actionForState } from './cardAction';

const MISSING_SCOPE: Finding = {
  code: 'MISSING_SCOPE',
  severity: 'error',
  scopes: ['write_repository'],
};
const EXPIRES_SOON: Finding = {
  code: 'EXPIRES_SOON',
  severity: 'warning',
  expiresAt: '2026-06-13',
  days: 12,
};
const WRONG_OWNER: Finding = {
  code: 'WRONG_OWNER',
  severity: 'error',
  expected: 'a/b',
  found: 'a/c',
};
const WRONG_NAME: Finding = {
  code: 'WRONG_NAME',
  severity: 'info',
  expected: 'portal',
  found: 'test',
};
const SHARED: Finding = {
  code: 'SHARED_BY_ENVIRONMENTS',
  severity: 'warning',
  environments: ['qa'],
};
const NO_BROKER: Finding = { code: 'BROKER_MISSING', severity: 'info' };
const WEAK_BROKER: Finding = {
  code: 'BROKER_CANNOT_MANAGE',
  severity: 'warning',
};
const IN_CLEAR: Finding = { code: 'TOKEN_IN_CLEAR', severity: 'error' };

const selfRotating = anObservation({ scopes: ['read_api', 'self_rotate'] });

/** What helps against a missing scope, and against an expiry that is near. */
function actions(overrides: Partial<Environment>, of = anEnvironment) {
  const environment = of(overrides);
  return [MISSING_SCOPE, EXPIRES_SOON].map(finding =>
    actionForFinding(finding, environment),
  );
}

describe('the action of the card that puts a finding right', () => {
  it('is the rotation, which makes the declared token', () => {
    expect(actions({})).toEqual(['rotate', 'rotate']);
  });

  it.each([
    ['there is no broker', { findings: [NO_BROKER] }],
    ['the broker may not make it', { findings: [WEAK_BROKER] }],
    ['the file would hold it in clear', { findings: [IN_CLEAR] }],
    [
      'neither the declared nor the present token keeps to the policy',
      {
        policy: {
          warnDays: 30,
          criticalDays: 7,
          maxRole: 'reporter' as const,
        },
      },
    ],
  ])('is none where %s', (_, overrides) => {
    expect(actions(overrides)).toEqual([null, null]);
  });

  it.each<[string, Partial<Environment>]>([
    [
      'the token can only rotate itself',
      { findings: [NO_BROKER], observed: selfRotating },
    ],
    [
      'the declared token would break the policy',
      {
        policy: {
          warnDays: 30,
          criticalDays: 7,
          allowedScopes: ['read_api'],
        },
        observed: anObservation({ scopes: ['read_api'] }),
      },
    ],
    [
      'it is not known what role the new one should have',
      {
        declared: { kind: 'group' },
        observed: anObservation({ role: null }),
      },
    ],
  ])('is the rotation for the expiry alone where %s', (_, overrides) => {
    expect(actions(overrides)).toEqual([null, 'rotate']);
  });

  it.each<[CredentialState, 'rotate' | null]>([
    ['expiring', 'rotate'],
    ['critical', 'rotate'],
    ['expired', 'rotate'],
    ['revoked', 'rotate'],
    ['rejected', null],
    ['unreachable', null],
    ['locked', null],
    ['invalid', null],
    ['unknown', null],
  ])('of one whose state is %s is: %s', (state, action) => {
    expect(actions({ state })).toEqual([action, action]);
    expect(actionForState(anEnvironment({ state }))).toBe(action);
  });

  it('of a personal token is the pasting of one’s own', () => {
    expect(actions({}, aPersonalEnvironment)).toEqual(['paste', 'paste']);
    expect(actions({ state: 'expired' }, aPersonalEnvironment)).toEqual([
      'paste',
      'paste',
    ]);
    expect(actions({ state: 'locked' }, aPersonalEnvironment)).toEqual([
      null,
      null,
    ]);
    expect(actions({ findings: [IN_CLEAR] }, aPersonalEnvironment)).toEqual([
      null,
      null,
    ]);
  });

  it('of a personal token that can rotate itself is the rotation where the expiry alone is wrong', () => {
    const observed = anObservation({ kind: 'personal', scopes: ['api'] });
    expect(actions({ observed }, aPersonalEnvironment)).toEqual([
      'paste',
      'rotate',
    ]);
  });

  it('is none for what depends on whose token it is, or on other environments', () => {
    const mine = aPersonalEnvironment();
    expect(actionForFinding(WRONG_OWNER, mine)).toBeNull();
    expect(actionForFinding(WRONG_OWNER, anEnvironment())).toBe('rotate');
    expect(actionForFinding(SHARED, anEnvironment())).toBeNull();
    expect(actionForFinding(NO_BROKER, anEnvironment())).toBeNull();
  });
});

describe('the action for an environment without a token', () => {
  const missing = {
    state: 'missing' as const,
    observed: null,
    daysLeft: null,
  };

  it('makes what is declared completely', () => {
    expect(actionForState(anEnvironment(missing))).toBe('rotate');
  });

  it.each(['kind', 'owner', 'name', 'scopes', 'role'] as const)(
    'is no rotation while its %s is not declared',
    key => {
      const { [key]: _, ...declared } = anEnvironment().declared;
      const environment = anEnvironment({ ...missing, declared });
      expect(actionForState(environment)).toBe(key === 'kind' ? 'paste' : null);
    },
  );
});

describe('the action that an environment needs', () => {
  it('is none while it is as it should be, or only notes are made', () => {
    expect(actionFor(anEnvironment())).toBeNull();
    expect(actionFor(aPersonalEnvironment())).toBeNull();
    expect(actionFor(anEnvironment({ findings: [WRONG_NAME] }))).toBeNull();
  });

  it('is that for its gravest finding, or for its state', () => {
    const findings = [WRONG_NAME, MISSING_SCOPE];
    expect(actionFor(anEnvironment({ findings }))).toBe('rotate');
    expect(actionFor(aPersonalEnvironment({ findings }))).toBe('paste');
    expect(actionFor(anEnvironment({ state: 'revoked' }))).toBe('rotate');
  });

  it('is none where no button would help', () => {
    const findings = [SHARED, WEAK_BROKER];
    expect(actionFor(anEnvironment({ findings }))).toBeNull();
  });
});
