import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { CANARIES } from '../../__testUtils__/gitlab';
import { STRANGERS_RECIPIENT } from '../../__testUtils__/sopsFiles';
import {
  MORE_CANARIES,
  PERSONAL,
  PLANNING_SEED,
} from './__testUtils__/planningSeed';
import {
  calls,
  describePlanning,
  violationsOf,
} from './__testUtils__/plannerTests';

describePlanning('Planner', tests => {
  const { seeing } = tests;

  describe('a pasted token', () => {
    const local = {
      ...PERSONAL,
      declared: {
        kind: 'personal' as const,
        owner: 'dana',
        scopes: ['read_user', 'read_repository'],
      },
    };
    const paste = (value: string, environment = 'local') =>
      seeing(tests.portal.planner.planPaste(environment, Secret.of(value)));

    it('is taken over where it is as declared; the old one stays', async () => {
      await tests.portal.add(local, { token: CANARIES.local });
      const planned = await paste(MORE_CANARIES.pasted);
      expect(planned).toMatchObject({
        tokenId: 204,
        kind: 'paste',
        subject: `${tests.portal.host} token 100`,
        oldTokenId: 100,
        plan: {
          mode: null,
          newToken: { name: 'Backstage (pasted)', expiresAt: '2026-09-09' },
          oldToken: { tokenId: 100 },
          consequences: ['OLD_TOKEN_STAYS'],
          blockers: [],
        },
        work: { spec: null, retiresOld: false },
      });
      expect(calls(planned)).toEqual([
        'new token: GET /personal_access_tokens/self',
      ]);
      expect(tests.portal.requests().sort()).toEqual([
        'GET /api/v4/personal_access_tokens/self',
        'GET /api/v4/user',
      ]);
    });

    it.each<[string, string, string[]]>([
      [
        'a text with a line break',
        'glpat-canary\nx',
        ['TOKEN_MALFORMED token'],
      ],
      ['nobody’s', 'glpat-canary-nobody', ['TOKEN_NOT_ACCEPTED token']],
      ['a group’s', CANARIES.dev, ['WRONG_KIND token']],
      [
        'a service account’s',
        CANARIES.service,
        ['WRONG_KIND token', 'MISSING_SCOPE token'],
      ],
      ['somebody else’s', MORE_CANARIES.maintainer, ['WRONG_OWNER token']],
      ['one with less scopes', CANARIES.local, ['MISSING_SCOPE token']],
      [
        'one that does not say whose it is',
        CANARIES.narrow,
        ['MISSING_SCOPE token', 'MISSING_SCOPE token'],
      ],
    ])('is refused if it is %s, without repeating it', async (_, value, is) => {
      await tests.portal.add(local, { token: CANARIES.local });
      expect(await violationsOf(paste(value))).toEqual(is);
    });

    it('is not sent anywhere if it cannot be a token', async () => {
      await tests.portal.add(local, { token: CANARIES.local });
      await violationsOf(paste('glpat-canary x'));
      expect(tests.portal.requests()).toEqual([]);
    });

    it('keeps to the policy, and belongs where a personal token is declared', async () => {
      await tests.portal.emulator.seed({
        ...PLANNING_SEED,
        settings: { requireTokenExpiry: false },
        tokens: PLANNING_SEED.tokens?.map(each =>
          each.id === 204 ? { ...each, expiresAt: null } : each,
        ),
      });
      await tests.portal.add(
        {
          ...local,
          policy: {
            warnDays: 30,
            criticalDays: 7,
            allowedScopes: ['read_user', 'read_repository'],
          },
        },
        { token: CANARIES.local },
      );
      expect(await violationsOf(paste(MORE_CANARIES.pasted))).toEqual([
        'SCOPE_NOT_ALLOWED token',
        'NO_EXPIRY token',
      ]);
      await tests.portal.add({});
      expect(await violationsOf(paste(MORE_CANARIES.pasted, 'dev'))).toEqual([
        'KIND_NOT_ALLOWED environment',
      ]);
    });

    it('is not taken over into a file that does not open here', async () => {
      await tests.portal.add(local, {
        token: CANARIES.local,
        rule: { age: STRANGERS_RECIPIENT },
      });
      await expect(paste(MORE_CANARIES.pasted)).rejects.toMatchObject({
        name: 'ConflictError',
        blockers: [{ code: 'FILE_LOCKED' }],
      });
      expect(tests.portal.requests()).toEqual([]);
    });
  });
});
