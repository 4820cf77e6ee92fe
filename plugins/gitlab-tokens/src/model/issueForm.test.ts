import {
  daysUntilExpiry,
  issueRequestSchema,
  scopesOfKind,
  TOKEN_KINDS,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import fc from 'fast-check';
import {
  anEnvironment,
  aPersonalEnvironment,
  inDays,
  NOW,
} from '../__testUtils__/environments';
import {
  changedForm,
  newIssueForm,
  requestOf,
  roleChoices,
  scopeChoices,
} from './issueForm';
import { expiryChoices } from './planExpiry';

const policy = { warnDays: 30, criticalDays: 7 };
const kinds = fc.constantFrom(...TOKEN_KINDS);

describe('the form of a new token', () => {
  it('begins with the presets, and else with the portal’s own environment', () => {
    const environments = [anEnvironment(), aPersonalEnvironment()];
    expect(newIssueForm({}, environments, 'CI')).toMatchObject({
      environment: 'local',
      kind: 'project',
      name: '',
    });
    const presets = {
      environment: 'dev',
      kind: 'group' as const,
      owner: 'example-org/payments',
    };
    expect(newIssueForm(presets, environments, 'CI')).toMatchObject({
      environment: 'dev',
      name: 'payments CI',
      delivery: { owner: 'group', path: 'example-org/payments' },
    });
  });

  it('offers every scope of a kind once, and asks for none that the kind does not have', () => {
    fc.assert(
      fc.property(kinds, kinds, (before, after) => {
        const offered = scopeChoices(before, policy).flatMap(({ scopes }) =>
          scopes.map(({ scope }) => scope),
        );
        expect([...offered].sort()).toEqual([...scopesOfKind(before)].sort());
        const form = {
          ...newIssueForm({ kind: before }, [anEnvironment()], 'CI'),
          scopes: offered,
        };
        const changed = changedForm(form, { kind: after }, 'CI');
        changed.scopes.forEach(scope =>
          expect(scopesOfKind(after)).toContain(scope),
        );
      }),
    );
  });

  it('makes a request of the contract, or says which fields it lacks', () => {
    const form = newIssueForm(
      { owner: 'example-org/api' },
      [anEnvironment()],
      'CI',
    );
    expect(requestOf(form)).toEqual({
      wrong: ['scopes', 'expiresAt', 'role', 'deliver'],
    });
    const complete = {
      ...form,
      scopes: ['read_api'],
      role: 'developer' as const,
      expiresAt: inDays(30),
      delivery: { ...form.delivery, key: 'TOKEN' },
    };
    const made = requestOf(complete);
    expect('request' in made && issueRequestSchema.parse(made.request)).toEqual(
      'request' in made && made.request,
    );
    expect(
      requestOf({
        ...complete,
        delivery: { ...complete.delivery, key: 'MY-TOKEN' },
      }),
    ).toEqual({ wrong: ['deliver'] });
  });

  it('offers GitLab’s roles for tokens, those above the policy marked', () => {
    expect(
      roleChoices({ ...policy, maxRole: 'developer' })
        .filter(({ isAllowed }) => !isAllowed)
        .map(({ role }) => role),
    ).toEqual(['maintainer', 'owner']);
    expect(roleChoices(policy).map(({ role }) => role)).not.toContain(
      'minimal-access',
    );
  });
});

describe('the expiries to choose from', () => {
  it('never go beyond the policy, and end with the longest that it allows', () => {
    const lifetimes = fc.integer({ min: 1, max: 400 });
    const times = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(lifetimes, kinds, times, (maxLifetimeDays, kind, now) => {
        const choices = expiryChoices(
          { ...policy, maxLifetimeDays },
          kind,
          now,
        );
        const days = choices.presets.map(({ date }) =>
          daysUntilExpiry(date, now),
        );
        expect(days).toEqual([...days].sort((a, b) => a - b));
        expect(Math.max(...days)).toBe(maxLifetimeDays);
        expect(daysUntilExpiry(choices.first, now)).toBe(1);
        expect(daysUntilExpiry(choices.last ?? '', now)).toBe(maxLifetimeDays);
      }),
    );
  });

  it('end after a year for access tokens without a policy, and never for deploy tokens', () => {
    expect(expiryChoices(policy, 'group', NOW).last).toBe(inDays(365));
    expect(expiryChoices(policy, 'project-deploy', NOW).last).toBeNull();
  });
});
