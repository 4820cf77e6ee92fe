import { IssueRequest } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { CANARIES } from '../../__testUtils__/gitlab';
import { MORE_CANARIES } from './__testUtils__/planningSeed';
import {
  calls,
  codes,
  describePlanning,
  violationsOf,
} from './__testUtils__/plannerTests';

describePlanning('Planner', tests => {
  const { seeing } = tests;

  describe('the issue of a token', () => {
    const request: IssueRequest = {
      environment: 'dev',
      kind: 'project',
      owner: 'Example-Org/portal',
      name: 'CI',
      scopes: ['read_api'],
      role: 'developer',
      expiresAt: '2026-07-01',
      deliver: [{ target: 'reveal' }],
    };
    const issue = (overrides: Partial<IssueRequest> = {}) =>
      seeing(tests.portal.planner.planIssue({ ...request, ...overrides }));

    it('goes to the project by its number', async () => {
      await tests.portal.add({});
      const planned = await issue();
      expect(planned).toMatchObject({
        kind: 'issue',
        subject: 'issue random',
        tokenKind: 'project',
        owner: 'example-org/portal',
        plan: {
          isCredential: false,
          newToken: {
            owner: { type: 'project', id: 20, path: 'example-org/portal' },
            expiresAt: '2026-07-01',
          },
          consequences: [],
          blockers: [],
        },
        work: { spec: { kind: 'project', projectId: 20, accessLevel: 30 } },
      });
      expect(calls(planned)).toEqual([
        'broker: POST /projects/20/access_tokens',
        'new token: GET /personal_access_tokens/self',
      ]);
    });

    it('of a deploy token knows the project by which it is proven', async () => {
      await tests.portal.add({});
      const planned = await issue({
        kind: 'project-deploy',
        scopes: ['read_repository'],
        role: undefined,
      });
      expect(planned.work.projectPath).toBe('example-org/portal');
      expect(calls(planned)).toEqual([
        'broker: POST /projects/20/deploy_tokens',
        'broker: GET /projects/20/deploy_tokens/:token_id',
      ]);
    });

    it('goes to service accounts of a managed group, and says of others that they are not managed', async () => {
      await tests.portal.add({});
      const account = { kind: 'service-account', role: undefined } as const;
      const planned = await issue({ ...account, owner: 'builder' });
      expect(planned.plan.blockers).toEqual([]);
      expect(calls(planned)[0]).toBe(
        'broker: POST /groups/10/service_accounts/5/personal_access_tokens',
      );
      expect(
        await violationsOf(issue({ ...account, owner: 'deployer' })),
      ).toEqual(['OWNER_NOT_MANAGED owner']);
    });

    it('goes to people only by an administrator, whom GitLab tells who they are', async () => {
      await tests.portal.add({});
      const personal = {
        kind: 'personal',
        owner: 'Dana',
        role: undefined,
        scopes: ['read_user'],
      } as const;
      const asked = { ...personal, scopes: [...personal.scopes] };
      expect(await violationsOf(issue(asked))).toEqual([
        'OWNER_NOT_MANAGED owner',
      ]);
      await tests.portal.add(
        { name: 'qa' },
        { token: CANARIES.qa, broker: MORE_CANARIES.admin },
      );
      const byAdministrator = { ...asked, environment: 'qa' };
      expect(
        await violationsOf(issue({ ...byAdministrator, owner: 'nobody' })),
      ).toEqual(['OWNER_UNKNOWN owner']);

      const planned = await issue(byAdministrator);
      expect(planned.work.spec).toMatchObject({ kind: 'personal', userId: 2 });
      expect(planned.plan.newToken).toMatchObject({
        owner: { type: 'user', id: 2, path: 'dana' },
      });
      expect(codes(planned)).toEqual([]);
    });

    it.each<[Partial<IssueRequest>, string[]]>([
      [{ environment: 'prod' }, ['UNKNOWN_ENVIRONMENT environment']],
      [{ owner: 'open-org' }, ['OWNER_NOT_MANAGED owner']],
      [{ owner: 'example-org/none' }, ['OWNER_UNKNOWN owner']],
      [{ kind: 'group' }, ['OWNER_UNKNOWN owner']],
      [{ deliver: [{ target: 'ftp' }] }, ['DELIVERY_UNKNOWN deliver.0.target']],
      [
        { deliver: [{ target: 'reveal' }, { target: 'vault', says: 'wrong' }] },
        ['DELIVERY_INVALID deliver.1'],
      ],
      [
        { role: 'owner', expiresAt: '2028-01-01' },
        ['EXPIRY_TOO_FAR expiresAt'],
      ],
    ])('refuses %j with %j', async (overrides, expected) => {
      await tests.portal.add({});
      expect(await violationsOf(issue(overrides))).toEqual(expected);
    });

    it('is blocked where the broker may not give the role', async () => {
      await tests.portal.add({}, { broker: MORE_CANARIES.maintainer });
      expect(codes(await issue({ role: 'maintainer' }))).toEqual([]);
      expect(codes(await issue({ role: 'planner' }))).toEqual([
        'BROKER_ROLE_BELOW_TOKEN',
      ]);
    });
  });
});
