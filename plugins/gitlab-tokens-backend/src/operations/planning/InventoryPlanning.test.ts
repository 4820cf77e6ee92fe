import { NotFoundError } from '@backstage/errors';
import { CANARIES } from '../../__testUtils__/gitlab';
import {
  aDeployToken,
  aProjectToken,
  MORE_CANARIES,
} from './__testUtils__/planningSeed';
import {
  calls,
  codes,
  describePlanning,
  violationsOf,
} from './__testUtils__/plannerTests';

describePlanning('Planner', tests => {
  const { seeing } = tests;

  describe('the rotation of a token of the inventory', () => {
    const rotation = (ref: string, request = {}) =>
      seeing(tests.portal.planner.planRotation(ref, request));
    const deliver = [{ target: 'vault' }];

    it('takes one request and wants to know where the value goes', async () => {
      await tests.portal.add({});
      await tests.portal.list(aProjectToken());
      await rotation('dev.project.20.205', { deliver });
      tests.portal.emulator.clearRequests();

      const planned = await rotation('dev.project.20.205', { deliver });
      expect(tests.portal.requests()).toEqual([
        'GET /api/v4/projects/20/access_tokens/205',
      ]);
      expect(planned.plan).toMatchObject({
        isCredential: false,
        deliveries: [{ target: 'vault', place: 'vault: kv/gitlab' }],
        blockers: [],
      });
      expect(planned.work.deliveries[0].evidence).toEqual({ version: 3 });
      expect(codes(await rotation('dev.project.20.205'))).toEqual([
        'NO_DELIVERY',
      ]);
    });

    it('of a deploy token makes a new one and deletes the old one', async () => {
      await tests.portal.add({});
      await tests.portal.list(aDeployToken());
      const planned = await rotation('dev.project-deploy.20.7', { deliver });
      expect(planned.plan).toMatchObject({
        mode: 'overlap',
        otherMode: { reason: { code: 'DEPLOY_TOKENS_CANNOT_ROTATE' } },
        consequences: ['OLD_VALUE_STOPS_AFTER_GRACE', 'TOKEN_IS_DELETED'],
        blockers: [],
      });
      expect(planned.subject).toBe(`${tests.portal.host} deploy-token 7`);
      expect(planned.work.projectPath).toBe('example-org/portal');
      const insisted = { deliver, mode: 'in-place' };
      expect(
        codes(await rotation('dev.project-deploy.20.7', insisted)),
      ).toEqual(['DEPLOY_TOKENS_CANNOT_ROTATE']);
    });

    it('is the credential’s where an environment runs on it', async () => {
      await tests.portal.add({});
      await tests.portal.list(
        aProjectToken({
          ref: 'dev.group.10.101',
          kind: 'group',
          owner: { type: 'group', id: 10, path: 'example-org' },
          tokenId: 101,
        }),
      );
      const { plan } = await rotation('dev.group.10.101');
      expect(plan).toMatchObject({
        isCredential: true,
        deliveries: [{ target: 'sops-file' }],
        blockers: [],
      });
    });

    it('tells that GitLab does not have it any more', async () => {
      await tests.portal.add({});
      const gone = { ref: 'dev.project.20.999', tokenId: 999 };
      await tests.portal.list(aProjectToken(gone));
      expect(codes(await rotation(gone.ref, { deliver }))).toContain(
        'TOKEN_GONE',
      );
      await expect(rotation('dev.project.20.1')).rejects.toThrow(NotFoundError);
    });

    it('is not for the broker’s own token', async () => {
      await tests.portal.add(
        {},
        {
          token: CANARIES.dev,
          broker: MORE_CANARIES.admin,
        },
      );
      await tests.portal.list(
        aProjectToken({
          ref: 'dev.personal.1.200',
          kind: 'personal',
          owner: { type: 'user', id: 1, path: 'root' },
          tokenId: 200,
          userId: 1,
          role: null,
          scopes: ['api', 'admin_mode'],
        }),
      );
      expect(codes(await rotation('dev.personal.1.200', { deliver }))).toEqual([
        'TARGET_UNUSABLE',
      ]);
    });
  });

  describe('the revocation of a token', () => {
    const revocation = (ref: string) =>
      seeing(tests.portal.planner.planRevocation(ref));

    it('takes no request once the broker’s role is known', async () => {
      await tests.portal.add({});
      await tests.portal.list(aProjectToken(), aDeployToken());
      await revocation('dev.project.20.205');
      tests.portal.emulator.clearRequests();

      const access = await revocation('dev.project.20.205');
      const deploy = await revocation('dev.project-deploy.20.7');
      expect(tests.portal.requests()).toEqual([]);
      expect(access.plan).toMatchObject({
        kind: 'revoke',
        isCredential: false,
        newToken: null,
        consequences: ['TOKEN_STOPS_AT_ONCE'],
        blockers: [],
      });
      expect(calls(access)).toEqual([
        'broker: DELETE /projects/20/access_tokens/205',
      ]);
      expect(deploy.plan.consequences).toEqual([
        'TOKEN_STOPS_AT_ONCE',
        'TOKEN_IS_DELETED',
      ]);
    });

    it('of a credential says whose portal stops', async () => {
      await tests.portal.add({});
      await tests.portal.add({ name: 'qa' });
      await tests.portal.list(
        aProjectToken({
          ref: 'dev.group.10.101',
          kind: 'group',
          owner: { type: 'group', id: 10, path: 'example-org' },
          tokenId: 101,
        }),
      );
      const { plan } = await revocation('dev.group.10.101');
      expect(plan).toMatchObject({
        isCredential: true,
        otherEnvironments: ['qa'],
        consequences: [
          'PORTAL_LOSES_CREDENTIAL',
          'OTHER_ENVIRONMENTS_LOSE_CREDENTIAL',
          'TOKEN_STOPS_AT_ONCE',
        ],
      });
    });

    it('has nothing to do with what is revoked, and refuses owners that are not managed any more', async () => {
      const environment = await tests.portal.add({});
      await tests.portal.list(aProjectToken({ state: 'revoked' }));
      expect(codes(await revocation('dev.project.20.205'))).toEqual([
        'TOKEN_REVOKED',
      ]);
      environment.owners = ['open-org'];
      expect(await violationsOf(revocation('dev.project.20.205'))).toEqual([
        'OWNER_NOT_MANAGED owner',
      ]);
    });
  });
});
