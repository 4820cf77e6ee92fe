import { Blocker } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { CANARIES } from '../../__testUtils__/gitlab';
import {
  describeWithSops,
  STRANGERS_RECIPIENT,
} from '../../__testUtils__/sopsFiles';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { PlanningPortal } from './__testUtils__/PlanningPortal';
import { aProjectToken, MORE_CANARIES } from './__testUtils__/planningSeed';
import { codes, plannerTests } from './__testUtils__/plannerTests';

jest.setTimeout(60_000);

/** Recipients of two groups, one key of each of which is needed: nobody opens the file alone. */
const DEMO = 'age1clcxgshs6vytyxhafucgtkzxeqhgv4ttuvwhxh2lnh60htrq3ynqquksjm';
const SHAMIR = {
  age: undefined,
  key_groups: [{ age: [DEMO] }, { age: [DEMO] }],
  shamir_threshold: 2,
};

describeWithSops('Planner', () => {
  const tests = plannerTests();
  let portal: PlanningPortal;
  beforeEach(async () => {
    portal = await tests.start();
  });
  const { seeing } = tests;
  const rotate = (environment: string, request = {}) =>
    seeing(portal.planner.planCredentialRotation(environment, request));

  describe('what is in the way of a rotation', () => {
    it.each<[Blocker, string, () => Promise<EnvironmentSettings>]>([
      [
        'FILE_LOCKED',
        'a file of somebody else’s keys',
        () =>
          portal.add(
            {},
            {
              token: CANARIES.dev,
              rule: { age: STRANGERS_RECIPIENT },
            },
          ),
      ],
      [
        'FILE_INVALID',
        'a file that is not there',
        async () => {
          const environment = await portal.add({});
          environment.file = 'lost.enc.yaml';
          return environment;
        },
      ],
      [
        'BROKER_MISSING',
        'a file without a broker',
        () => portal.add({}, { token: CANARIES.dev }),
      ],
      [
        'BROKER_IS_BOT',
        'a group token as the broker',
        () => portal.add({}, { token: CANARIES.dev, broker: CANARIES.qa }),
      ],
      [
        'BROKER_ROLE_TOO_LOW',
        'a Maintainer as the broker of a group',
        () =>
          portal.add(
            {},
            {
              token: CANARIES.dev,
              broker: MORE_CANARIES.maintainer,
            },
          ),
      ],
      [
        'BROKER_SCOPE_TOO_NARROW',
        'a broker without api',
        () =>
          portal.add({}, { token: CANARIES.dev, broker: MORE_CANARIES.reader }),
      ],
      [
        'BROKER_REJECTED',
        'a broker that GitLab does not know',
        () =>
          portal.add(
            {},
            { token: CANARIES.dev, broker: 'glpat-canary-unknown' },
          ),
      ],
      [
        'ESCROW_MISSING',
        'a file that nobody opens alone',
        () =>
          portal.add(
            {},
            {
              token: CANARIES.dev,
              broker: CANARIES.broker,
              rule: SHAMIR as object,
            },
          ),
      ],
      [
        'TARGET_UNUSABLE',
        'a target that cannot',
        () => portal.add(delivering({ target: 'vault', says: 'SEALED' })),
      ],
      [
        'VALUE_NOT_MASKABLE',
        'a value that cannot be masked',
        () =>
          portal.add(
            delivering({ target: 'vault', says: 'VALUE_NOT_MASKABLE' }),
          ),
      ],
      [
        'TARGET_UNUSABLE',
        'a target whose module is gone',
        () => portal.add(delivering({ target: 'gone' })),
      ],
    ])('%s: %s', async (code, _, add) => {
      await add();
      const planned = await rotate('dev');
      expect(codes(planned)).toContain(code);
      planned.plan.blockers.forEach(each => {
        expect(each.message).toMatch(/[.)]$/);
        expect(each.action).toMatch(/\.$/);
      });
    });

    it('BROKER_UNKNOWN: a GitLab that does not answer, which is asked anew for the next plan', async () => {
      await portal.add({}, undefined, { inspected: false });
      await portal.emulator.addFault({
        method: 'GET',
        path: '^/metadata',
        times: 1,
        fault: { kind: 'drop-before' },
      });
      expect(codes(await rotate('dev'))).toContain('BROKER_UNKNOWN');
      expect(codes(await rotate('dev'))).toEqual([]);
    });

    it('BROKER_REJECTED: a broker that was revoked since it was looked at', async () => {
      await portal.add({});
      await portal.list(aProjectToken());
      await portal.brokers.facts(portal.environments[0], {
        owner: { path: 'example-org/portal' },
      });
      await fetch(`${portal.emulator.url}/api/v4/personal_access_tokens/self`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${CANARIES.broker}` },
      });
      const deliver = [{ target: 'vault' }];
      const other = portal.planner.planRotation('dev.project.20.205', {
        deliver,
      });
      expect(codes(await tests.seeing(other))).toEqual(['BROKER_REJECTED']);
      expect(codes(await rotate('dev'))).toEqual(['BROKER_REJECTED']);
    });

    it('tells what the token is in a file that is locked by now', async () => {
      const environment = await portal.add({});
      portal.writeFile(environment, {
        token: CANARIES.dev,
        rule: { age: STRANGERS_RECIPIENT },
      });
      const { plan } = await rotate('dev');
      expect(plan.oldToken).toMatchObject({ tokenId: 101 });
      expect(plan.blockers).toMatchObject([{ code: 'FILE_LOCKED' }]);
    });
  });
});

function delivering(
  delivery: EnvironmentSettings['rotation']['deliver'][number],
): Partial<EnvironmentSettings> {
  return {
    rotation: {
      expirationDays: 90,
      rotateBeforeDays: null,
      mode: 'overlap',
      gracePeriod: 0,
      deliver: [delivery],
    },
  };
}
