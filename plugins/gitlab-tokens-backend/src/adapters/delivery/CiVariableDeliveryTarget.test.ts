import { InputError } from '@backstage/errors';
import { Delivery } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  DeliveryContext,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { Seed } from '@gitlab-tokens/gitlab-emulator';
import { CANARIES } from '../../__testUtils__/gitlab';
import { describeWithSops } from '../../__testUtils__/sopsFiles';
import {
  DeliveryWorld,
  expectNoSecret,
  failureOf,
  FAULTS,
  NEW,
  newValue,
  OLD,
  PROJECT,
  READS,
  untilDone,
} from './__testUtils__/DeliveryWorld';
import { CiVariableDeliveryTarget } from './CiVariableDeliveryTarget';

jest.setTimeout(60_000);

const DELIVERY = {
  target: 'ci-variable',
  project: PROJECT,
  key: 'GITLAB_TOKEN',
  environmentScope: 'dev',
};
const OF_GROUP = {
  target: 'ci-variable',
  group: 'example-org',
  key: 'GITLAB_TOKEN',
};
const FLAGS = { protected: true, masked: true, raw: true, hidden: false };

describeWithSops('delivering into a CI/CD variable', () => {
  const world = new DeliveryWorld();
  beforeAll(() => world.start());
  beforeEach(() => world.reset({ enterprise: true }));
  afterEach(() => world.clear());
  afterAll(() => world.stop());

  function target() {
    const { connectBroker, connectVariables } = world.connector;
    return new CiVariableDeliveryTarget({
      environments: world.environments(),
      connectBroker,
      connectVariables,
    });
  }

  async function planned(
    delivery: Delivery = DELIVERY,
  ): Promise<DeliveryContext> {
    const context = world.context({ isCredential: false });
    await world.gitlab.clearRequests();
    const check = await target().check(delivery, context);
    expect(check.problem).toBeNull();
    expect(world.requests({ writes: true })).toEqual([]);
    return context;
  }

  const variables = () => world.gitlab.state().variables;

  function make(options: Partial<NonNullable<Seed['variables']>[number]>) {
    const { masked, raw, environmentScope = 'dev', hidden } = options;
    return world.ask('POST', '/projects/20/variables', {
      key: DELIVERY.key,
      value: OLD,
      masked,
      raw,
      environment_scope: environmentScope,
      masked_and_hidden: hidden,
    });
  }

  it.each([
    [
      'a project',
      DELIVERY,
      'example-org/portal: GITLAB_TOKEN (dev)',
      '/example-org/portal/-/settings/ci_cd',
    ],
    [
      'a group',
      OF_GROUP,
      'example-org: GITLAB_TOKEN',
      '/groups/example-org/-/settings/ci_cd',
    ],
    [
      'a group, for one environment',
      { ...OF_GROUP, environmentScope: 'dev' },
      'example-org: GITLAB_TOKEN (dev)',
      '/groups/example-org/-/settings/ci_cd',
    ],
  ])(
    'makes one of %s, once, and reads it back',
    async (_, delivery, place, page) => {
      const context = await planned(delivery);
      expect(await target().readBack(delivery, context)).toBeUndefined();
      const deliver = () => target().deliver(delivery, newValue, context);
      const outcome = {
        state: 'delivered',
        place,
        url: `${world.gitlab.url}${page}`,
      };
      expect(await deliver()).toEqual(outcome);
      const scope = { environmentScope: '*', ...delivery }.environmentScope;
      const made = { ...FLAGS, value: NEW, environmentScope: scope };
      expect(variables()).toMatchObject([made]);

      await world.gitlab.clearRequests();
      expect(await deliver()).toEqual(outcome);
      expect(world.requests({ writes: true })).toEqual([]);
      const back = await target().readBack(delivery, context);
      expect(back?.equals(newValue)).toBe(true);
    },
  );

  it('changes value and flags of the one that is there, and no other', async () => {
    await make({});
    await make({ environmentScope: 'qa' });
    await target().deliver(DELIVERY, newValue, await planned());
    expect(variables()).toMatchObject([
      { environmentScope: 'dev', value: NEW, ...FLAGS },
      { environmentScope: 'qa', value: OLD },
    ]);
  });

  it('corrects flags where the value is right', async () => {
    const context = await planned();
    await target().deliver(DELIVERY, newValue, context);
    const open = { ...DELIVERY, protected: false, raw: false };
    await target().deliver(open, newValue, context);
    expect(variables()).toMatchObject([
      { value: NEW, protected: false, raw: false, masked: true },
    ]);
  });

  it('replaces the value of a hidden one, which nobody reads back', async () => {
    await make({ hidden: true, masked: true, raw: true });
    const context = await planned();
    await target().deliver(DELIVERY, newValue, context);
    expect(variables()).toMatchObject([{ value: NEW, hidden: true }]);
    expect(await target().readBack(DELIVERY, context)).toBeUndefined();

    const unmasked = { ...DELIVERY, masked: false };
    const check = await target().check(unmasked, context);
    expect(check.problem?.code).toBe('TARGET_UNUSABLE');
  });

  describe.each<[string, string, boolean]>([
    ['GET', 'making it', false],
    ['POST', 'making it', false],
    ['GET', 'changing it', true],
    ['PUT', 'changing it', true],
  ])('when %s fails on %s', (method, _, isThere) => {
    it.each(FAULTS)('ends with one variable after %j', async fault => {
      if (isThere) {
        await make({});
      }
      const context = await planned();
      const times = method === 'GET' ? READS : 1;
      const path = '/variables';
      await world.gitlab.addFault({ method, path, times, fault });
      const failures = await untilDone(() =>
        target().deliver(DELIVERY, newValue, context),
      );
      expect(failures).toBe(
        method !== 'GET' && fault.kind === 'drop-after' ? 0 : 1,
      );
      expect(variables()).toMatchObject([{ value: NEW, ...FLAGS }]);
      expect(variables()).toHaveLength(1);
    });
  });

  it.each(FAULTS)(
    'writes a hidden one again where nobody can see whether it was done (%j)',
    async fault => {
      await make({ hidden: true, masked: true, raw: true });
      const context = await planned();
      await world.gitlab.addFault({ method: 'PUT', fault });
      const failures = await untilDone(() =>
        target().deliver(DELIVERY, newValue, context),
      );
      expect(failures).toBe(1);
      expect(variables()).toMatchObject([{ value: NEW, hidden: true }]);
    },
  );

  describe('values that GitLab cannot mask', () => {
    const odd = Secret.of(`odd%glpat-canary-odd-0000`);
    const expanded = { ...DELIVERY, raw: false };

    it('are not sent', async () => {
      const context = await planned(expanded);
      await world.gitlab.clearRequests();
      const error = await failureOf(target().deliver(expanded, odd, context));
      expect(error).toMatchObject({
        code: 'VALUE_NOT_MASKABLE',
        passing: false,
      });
      expect(world.requests()).toEqual([]);
      await target().deliver(DELIVERY, odd, context);
      await target().deliver({ ...expanded, masked: false }, odd, context);
    });

    it('are foreseen where the tokens of the instance are like that', async () => {
      const state = world.gitlab.state();
      const value = odd.reveal();
      await world.gitlab.seed({
        ...state,
        tokens: state.tokens?.map(token =>
          token.value === CANARIES.broker ? { ...token, value } : token,
        ),
      });
      world.write({ token: OLD, broker: value });
      const context = world.context();
      const check = await target().check(expanded, context);
      expect(check.problem?.code).toBe('VALUE_NOT_MASKABLE');
      expectNoSecret(check);
      expect((await target().check(DELIVERY, context)).problem).toBeNull();
    });
  });

  describe('is refused beforehand', () => {
    async function problemOf(delivery: Delivery) {
      await world.gitlab.clearRequests();
      const check = await target().check(delivery, world.context());
      expectNoSecret(check);
      expect(world.requests({ writes: true })).toEqual([]);
      return check.problem?.code;
    }

    it('for a project or group that is not there', async () => {
      expect(await problemOf({ ...DELIVERY, project: 'example-org/x' })).toBe(
        'GATEWAY_NOT_FOUND',
      );
      expect(await problemOf({ ...OF_GROUP, group: 'other' })).toBe(
        'GATEWAY_NOT_FOUND',
      );
    });

    it('for a broker whose scope or role is too small', async () => {
      world.write({ token: OLD, broker: CANARIES.dev });
      expect(await problemOf(DELIVERY)).toBe('BROKER_SCOPE_TOO_NARROW');
      world.write({ token: OLD });
      expect(await problemOf({ ...OF_GROUP, group: 'open-org' })).toBe(
        'BROKER_ROLE_TOO_LOW',
      );
    });

    it('for a file without anybody who could write', async () => {
      world.write({ broker: '' });
      expect(await problemOf(DELIVERY)).toBe('BROKER_MISSING');
    });

    it('for a scope that this GitLab would drop', async () => {
      await world.reset({ enterprise: false });
      const scoped = { ...OF_GROUP, environmentScope: 'dev' };
      expect(await problemOf(scoped)).toBe('TARGET_UNUSABLE');
      expect(await problemOf(OF_GROUP)).toBeUndefined();
      const error = await failureOf(
        target().deliver(scoped, newValue, world.context()),
      );
      expect(error).toMatchObject({
        code: 'VARIABLE_NOT_KEPT',
        passing: false,
      });
    });

    it.each([
      ['a wrong key', { ...DELIVERY, key: 'NO-DASHES' }, /key: /],
      ['no place', { target: 'ci-variable', key: 'X' }, /project: either/],
      ['two places', { ...DELIVERY, group: 'x' }, /project: either/],
      ['an unknown key', { ...DELIVERY, hidden: true }, /such key as hidden/],
    ])('for %s', async (_, wrong, words) => {
      const check = target().check(wrong, world.context());
      await expect(check).rejects.toThrow(InputError);
      await expect(check).rejects.toThrow(words);
      const error = await failureOf(
        target().deliver(wrong, newValue, world.context()),
      );
      expect(error.code).toBe('TARGET_UNUSABLE');
    });
  });
});
