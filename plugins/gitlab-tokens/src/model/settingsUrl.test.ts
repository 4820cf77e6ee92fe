import { TokenKind } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  aLockedEnvironment,
  anEnvironment,
  anObservation,
} from '../__testUtils__/environments';
import { settingsUrl } from './settingsUrl';

const BASE = 'https://gitlab.example.com';

const EXPECTED: Record<TokenKind, string | null> = {
  personal: `${BASE}/-/user_settings/personal_access_tokens`,
  impersonation: `${BASE}/admin/users/ada/impersonation_tokens`,
  group: `${BASE}/groups/a/b%20c/-/settings/access_tokens`,
  project: `${BASE}/a/b%20c/-/settings/access_tokens`,
  'service-account': null,
  'group-deploy': `${BASE}/groups/a/b%20c/-/settings/repository#js-deploy-tokens`,
  'project-deploy': `${BASE}/a/b%20c/-/settings/repository#js-deploy-tokens`,
};

describe('settingsUrl', () => {
  it.each(Object.entries(EXPECTED))('of a %s token', (kind, url) => {
    const environment = anEnvironment({
      observed: anObservation({
        kind: kind as TokenKind,
        username: 'ada',
        owner: { type: 'group', id: 1, path: 'a/b c' },
      }),
    });
    expect(settingsUrl(environment)).toBe(url);
  });

  it('goes by the declaration of a locked file', () => {
    expect(settingsUrl(aLockedEnvironment())).toBe(
      `${BASE}/groups/example-org/-/settings/access_tokens`,
    );
  });

  it('is unknown where the instance or the owner is', () => {
    expect(settingsUrl(anEnvironment({ webUrl: null }))).toBeNull();
    const ownerless = aLockedEnvironment({ declared: { kind: 'group' } });
    expect(settingsUrl(ownerless)).toBeNull();
  });
});
