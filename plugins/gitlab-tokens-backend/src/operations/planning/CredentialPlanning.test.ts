import { NotFoundError } from '@backstage/errors';
import { operationPlanSchema } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { CANARIES } from '../../__testUtils__/gitlab';
import { MORE_CANARIES, PERSONAL } from './__testUtils__/planningSeed';
import {
  calls,
  codes,
  describePlanning,
  violationsOf,
} from './__testUtils__/plannerTests';

describePlanning('Planner', tests => {
  const { rotate } = tests;

  describe('the rotation of a credential', () => {
    it('in overlap takes one request, and tells all that will be done', async () => {
      await tests.portal.add({});

      const planned = await rotate('dev');

      expect(tests.portal.requests()).toEqual([
        'GET /api/v4/groups/10/access_tokens/101',
      ]);
      expect(operationPlanSchema.parse(planned.plan)).toEqual(planned.plan);
      expect(planned.plan).toEqual({
        kind: 'rotate',
        environment: 'dev',
        isCredential: true,
        mode: 'overlap',
        otherMode: { mode: 'in-place', reason: null },
        calls: [
          {
            purpose: 'create',
            method: 'POST',
            path: '/groups/10/access_tokens',
            by: 'broker',
          },
          {
            purpose: 'prove',
            method: 'GET',
            path: '/personal_access_tokens/self',
            by: 'new token',
          },
          {
            purpose: 'revoke',
            method: 'DELETE',
            path: '/groups/10/access_tokens/101',
            by: 'broker',
          },
        ],
        newToken: {
          kind: 'group',
          owner: { type: 'group', id: 10, path: 'example-org' },
          name: 'Backstage (dev)',
          scopes: ['read_api', 'read_repository'],
          role: 'developer',
          expiresAt: '2026-08-30',
        },
        oldToken: expect.objectContaining({
          tokenId: 101,
          kind: 'group',
          name: 'Backstage (dev)',
          owner: { type: 'group', id: 10, path: 'example-org' },
          expiresAt: '2026-06-13',
        }),
        consequences: ['OLD_VALUE_STOPS_AFTER_GRACE', 'BOT_USER_CHANGES'],
        otherEnvironments: [],
        gracePeriodSeconds: 600,
        deliveries: [{ target: 'sops-file', place: 'dev.enc.yaml' }],
        blockers: [],
      });
      expect(planned).toMatchObject({
        subject: `${tests.portal.host} token 101`,
        tokenKind: 'group',
        owner: 'example-org',
        oldTokenId: 101,
        work: {
          spec: { kind: 'group', groupId: 10, accessLevel: 30 },
          old: { kind: 'group', groupId: 10, id: 101 },
          authority: 'broker',
          retiresOld: true,
          gracePeriod: 600_000,
          deliveries: [
            {
              settings: { target: 'sops-file' },
              evidence: { digest: expect.any(String) },
            },
          ],
          projectPath: null,
        },
      });
    });

    it('in-place is GitLab’s own, where it is asked for', async () => {
      await tests.portal.add({});
      const planned = await rotate('dev', {
        mode: 'in-place',
        expiresAt: '2026-07-01',
      });
      expect(calls(planned)).toEqual([
        'broker: POST /groups/10/access_tokens/101/rotate',
        'new token: GET /personal_access_tokens/self',
      ]);
      expect(planned.plan).toMatchObject({
        consequences: ['OLD_VALUE_STOPS_AT_ONCE', 'BOT_USER_STAYS'],
        newToken: { expiresAt: '2026-07-01' },
        gracePeriodSeconds: 0,
        blockers: [],
      });
      expect(planned.work.retiresOld).toBe(false);
    });

    it('brings back declared scopes and drops others; in-place cannot', async () => {
      const { declared } = await tests.portal.add({}, undefined, {
        inspected: false,
      });
      declared.scopes = ['read_api', 'write_repository'];
      const overlap = await rotate('dev');
      const inPlace = await rotate('dev', { mode: 'in-place' });
      expect(overlap.plan.newToken?.scopes).toEqual(declared.scopes);
      expect(inPlace.plan.newToken?.scopes).toEqual([
        'read_api',
        'read_repository',
      ]);
    });

    it('finds out which token it is where nobody has inspected the file as it is', async () => {
      const environment = await tests.portal.add({});
      tests.portal.writeFile(environment, {
        token: CANARIES.qa,
        broker: CANARIES.broker,
      });
      const { plan, work } = await rotate('dev');
      expect(plan.oldToken).toMatchObject({ tokenId: 102 });
      expect(work.old).toEqual({ kind: 'group', groupId: 10, id: 102 });
    });

    it('asks the token itself where the broker may not look', async () => {
      await tests.portal.add({}, { token: MORE_CANARIES.rotator });
      const planned = await rotate('dev');
      expect(tests.portal.requests()).toEqual([
        'GET /api/v4/personal_access_tokens/self',
      ]);
      expect(planned.work).toMatchObject({ authority: 'self' });
      expect(planned.plan).toMatchObject({
        mode: 'in-place',
        otherMode: { mode: 'overlap', reason: { code: 'BROKER_MISSING' } },
        blockers: [],
      });
      expect(calls(planned)[0]).toBe(
        'credential: POST /personal_access_tokens/self/rotate',
      );
    });

    it('still makes a new one of a revoked one, which needs no revoking', async () => {
      await tests.portal.add({});
      await fetch(
        `${tests.portal.emulator.url}/api/v4/groups/10/access_tokens/101`,
        {
          method: 'DELETE',
          headers: { authorization: `Bearer ${CANARIES.broker}` },
        },
      );
      const planned = await rotate('dev');
      expect(planned.plan).toMatchObject({
        mode: 'overlap',
        otherMode: { reason: { code: 'TOKEN_REVOKED' } },
        consequences: ['BOT_USER_CHANGES'],
        blockers: [],
      });
      expect(planned.work.retiresOld).toBe(false);
    });

    it('names the other environments that run on the token', async () => {
      await tests.portal.add({});
      await tests.portal.add({ name: 'qa' });
      const { plan } = await rotate('dev');
      expect(plan.otherEnvironments).toEqual(['qa']);
      expect(plan.consequences[0]).toBe('OTHER_ENVIRONMENTS_LOSE_CREDENTIAL');
    });

    it('keeps to the policy', async () => {
      await tests.portal.add({
        policy: { warnDays: 30, criticalDays: 7, allowedScopes: ['read_api'] },
      });
      expect(await violationsOf(rotate('dev'))).toEqual([
        'SCOPE_NOT_ALLOWED scopes.1',
      ]);
      expect(
        await violationsOf(rotate('dev', { expiresAt: '2026-06-01' })),
      ).toEqual(['EXPIRY_IN_PAST expiresAt']);
    });

    it('of a personal token takes an administrator', async () => {
      const { local } = CANARIES;
      await tests.portal.add(PERSONAL, { token: local });
      const byHand = await rotate('local');
      expect(codes(byHand)).toEqual(['PERSONAL_TOKENS_ARE_MADE_BY_HAND']);
      expect(tests.portal.requests()).toEqual([
        'GET /api/v4/personal_access_tokens/self',
      ]);

      const { admin } = MORE_CANARIES;
      await tests.portal.add(
        { ...PERSONAL, name: 'qa' },
        { token: local, broker: admin },
      );
      const byAdministrator = await rotate('qa');
      expect(byAdministrator.plan).toMatchObject({
        mode: 'overlap',
        consequences: expect.arrayContaining(['OLD_VALUE_STOPS_AFTER_GRACE']),
        newToken: { kind: 'personal', owner: { type: 'user', id: 2 } },
        blockers: [],
      });
      expect(calls(byAdministrator)[0]).toBe(
        'broker: POST /users/2/personal_access_tokens',
      );
    });

    it('takes in-place and says why, where the broker does not see the declared owner', async () => {
      const declared = { kind: 'group', owner: 'hidden-org' } as const;
      await tests.portal.add({ declared });
      const { plan } = await rotate('dev');
      expect(plan).toMatchObject({
        mode: 'in-place',
        otherMode: { mode: 'overlap', reason: { code: 'BROKER_ROLE_TOO_LOW' } },
        newToken: { owner: { path: 'example-org' } },
        blockers: [],
      });
      expect(codes(await rotate('dev', { mode: 'overlap' }))).toEqual([
        'BROKER_ROLE_TOO_LOW',
      ]);
    });

    it('knows no environment that is not configured', async () => {
      await expect(rotate('prod')).rejects.toThrow(NotFoundError);
    });
  });
});
