import { Blocker } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { CANARIES } from '../../__testUtils__/gitlab';
import { STRANGERS_RECIPIENT } from '../../__testUtils__/sopsFiles';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { aProjectToken, MORE_CANARIES } from './__testUtils__/planningSeed';
import { codes, describePlanning } from './__testUtils__/plannerTests';

/** Recipients of two groups, one key of each of which is needed: nobody opens the file alone. */
const DEMO = 'age1clcxgshs6vytyxhafucgtkzxeqhgv4ttuvwhxh2lnh60htrq3ynqquksjm';
const SHAMIR = {
  age: undefined,
  key_groups: [{ age: [DEMO] }, { age: [DEMO] }],
  shamir_threshold: 2,
};

describePlanning('Planner', tests => {
  const { rotate } = tests;

  describe('what is in the way of a rotation', () => {
    it.each<[Blocker, string, () => Promise<EnvironmentSettings>]>([
      [
        'FILE_LOCKED',
        'a file of somebody else’s keys',
        () =>
          tests.portal.add(
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
          const environment = await tests.portal.add({});
          environment.file = 'lost.enc.yaml';
          return environment;
        },
      ],
      [
        'BROKER_MISSING',
        'a file without a broker',
        () => tests.portal.add({}, { token: CANARIES.dev }),
      ],
      [
        'BROKER_IS_BOT',
        'a group token as the broker',
        () =>
          tests.portal.add({}, { token: CANARIES.dev, broker: CANARIES.qa }),
      ],
      [
        'BROKER_ROLE_TOO_LOW',
        'a Maintainer as the broker of a group',
        () =>
          tests.portal.add(
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
          tests.portal.add(
            {},
            { token: CANARIES.dev, broker: MORE_CANARIES.reader },
          ),
      ],
      [
        'BROKER_REJECTED',
        'a broker that GitLab does not know',
        () =>
          tests.portal.add(
            {},
            { token: CANARIES.dev, broker: 'glpat-canary-unknown' },
          ),
      ],
      [
        'ESCROW_MISSING',
        'a file that nobody opens alone',
        () =>
          tests.portal.add(
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
        () => tests.portal.add(delivering({ target: 'vault', says: 'SEALED' })),
      ],
      [
        'VALUE_NOT_MASKABLE',
        'a value that cannot be masked',
        () =>
          tests.portal.add(
            delivering({ target: 'vault', says: 'VALUE_NOT_MASKABLE' }),
          ),
      ],
      [
        'TARGET_UNUSABLE',
        'a target whose module is gone',
        () => tests.portal.add(delivering({ target: 'gone' })),
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
      await tests.portal.add({}, undefined, { inspected: false });
      await tests.portal.emulator.addFault({
        method: 'GET',
        path: '^/metadata',
        times: 1,
        fault: { kind: 'drop-before' },
      });
      expect(codes(await rotate('dev'))).toContain('BROKER_UNKNOWN');
      expect(codes(await rotate('dev'))).toEqual([]);
    });

    it('BROKER_REJECTED: a broker that was revoked since it was looked at', async () => {
      await tests.portal.add({});
      await tests.portal.list(aProjectToken());
      await tests.portal.brokers.facts(tests.portal.environments[0], {
        owner: { path: 'example-org/portal' },
      });
      await fetch(
        `${tests.portal.emulator.url}/api/v4/personal_access_tokens/self`,
        {
          method: 'DELETE',
          headers: { authorization: `Bearer ${CANARIES.broker}` },
        },
      );
      const deliver = [{ target: 'vault' }];
      const other = tests.portal.planner.planRotation('dev.project.20.205', {
        deliver,
      });
      expect(codes(await tests.seeing(other))).toEqual(['BROKER_REJECTED']);
      expect(codes(await rotate('dev'))).toEqual(['BROKER_REJECTED']);
    });

    it('tells what the token is in a file that is locked by now', async () => {
      const environment = await tests.portal.add({});
      tests.portal.writeFile(environment, {
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
