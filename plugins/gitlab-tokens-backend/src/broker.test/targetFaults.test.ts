import { DeliveryError } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { readFileSync } from 'fs';
import { writeFile } from 'fs/promises';
import { describeWithSops } from '../__testUtils__/sopsFiles';
import { BrokerWorld } from './__testUtils__/BrokerWorld';
import { perform } from './__testUtils__/driving';
import { expectEnd } from './__testUtils__/expectEnd';
import { assembleEngine } from './__testUtils__/engine';
import { handsOf } from './__testUtils__/Hands';
import { Person } from './__testUtils__/Person';
import { scenarioNamed, SCENARIOS } from './__testUtils__/scenarios';
import { livingIn } from './__testUtils__/truth';
import { watchedBy, Watcher } from './__testUtils__/watching';

jest.setTimeout(60_000);

const FAILURES: Record<string, () => Error> = {
  'for a while': () => failure(true),
  'until somebody resumes it': () => failure(false),
  'as no target may': () => new TypeError('Cannot read properties of null'),
};

function failure(passing: boolean): DeliveryError {
  return new DeliveryError({
    code: 'TARGET_DOWN',
    message: 'The target does not answer.',
    action: 'Wait.',
    passing,
  });
}

/** Fails at the nth delivery, before the target has done anything or after it has. */
function failing(
  at: number,
  phase: 'before' | 'after',
  error: () => Error,
): { watcher: Watcher; deliveries: () => number } {
  const numbers = { before: 0, after: 0 };
  const watcher: Watcher = moment => {
    if (moment.part === 'target') {
      numbers[moment.phase] += 1;
      if (moment.phase === phase && numbers[phase] === at) {
        throw error();
      }
    }
  };
  return { watcher, deliveries: () => numbers.before };
}

const DELIVERING = SCENARIOS.filter(
  ({ makes, pasted }) => makes !== 'nothing' || pasted,
);

describeWithSops('a target that fails', () => {
  const world = new BrokerWorld();
  let failures = 0;

  beforeAll(() => world.start());
  afterAll(async () => {
    await world.stop();
    process.stderr.write(
      `${failures} deliveries failed, and every operation came to its end.\n`,
    );
  });

  it.each(DELIVERING)('$name', async scenario => {
    const untroubled = failing(0, 'before', () => failure(true));
    await perform(world, scenario, untroubled);
    expect(untroubled.deliveries()).toBeGreaterThan(0);
    for (let at = 1; at <= untroubled.deliveries(); at++) {
      for (const phase of ['before', 'after'] as const) {
        for (const [words, error] of Object.entries(FAILURES)) {
          const way = failing(at, phase, error);
          const outcome = await perform(world, scenario, way);
          await expectEnd(world, scenario, {
            ...outcome,
            isLost: false,
            words: `${phase} delivery ${at}, ${words}`,
          });
          failures += 1;
        }
      }
    }
  });

  it('leaves it told where the value belongs', async () => {
    const scenario = scenarioNamed('rotate a group credential, overlap');
    const { id } = await world.open(scenario);
    const hands = await handsOf(world, scenario, id);
    const { watcher } = failing(1, 'before', () => failure(false));
    await watchedBy(watcher, () => hands.begin());
    const { parked, deliveries, plan } = (await world.ledger.get(id))!;
    expect(parked?.code).toBe('TARGET_DOWN');
    expect(deliveries).toEqual([
      {
        target: 'sops-file',
        state: 'failed',
        place: plan.deliveries[0].place,
        url: null,
        errorCode: 'TARGET_DOWN',
      },
    ]);
    expect(plan.deliveries[0].place).toMatch(/\.yaml/);
  });

  it.each([
    ['somebody overwrites what was delivered', 'TARGET_HOLDS_ANOTHER_TOKEN'],
    ['somebody revokes the new token', 'NEW_TOKEN_REFUSED'],
  ])('parks before the old token is touched: %s', async (what, code) => {
    const scenario = scenarioNamed('rotate a group credential, overlap');
    const { id } = await world.open(scenario);
    const file = readFileSync(world.file);
    const hands = await handsOf(world, scenario, id);
    const watcher: Watcher = async ({ part, phase }) => {
      if (part === 'target' && phase === 'after') {
        const { newTokenId } = (await world.ledger.get(id))!;
        await (code === 'NEW_TOKEN_REFUSED'
          ? new Person(world).revoke(newTokenId!)
          : writeFile(world.file, file));
      }
    };
    await watchedBy(watcher, () => hands.begin());
    const { step, parked } = (await world.ledger.get(id))!;
    expect([what, step, parked?.code]).toEqual([what, 'delivered', code]);
    const left = livingIn(world.gitlab.state()).tokens;
    expect(left).toContain(101);

    // Whoever leaves it at that has both tokens as they are.
    const { runner } = assembleEngine(world.engineOptions);
    expect((await runner.cancel(id))?.step).toBe('cancelled');
    expect(livingIn(world.gitlab.state()).tokens).toEqual(left);
    expect((await world.ledger.get(id))?.sealed).toBeNull();
  });

  it('parks before the old token is touched: GitLab has made another token than was planned', async () => {
    const scenario = scenarioNamed('rotate a group credential, overlap');
    const { id } = await world.open(scenario);
    const hands = await handsOf(world, scenario, id);
    const watcher: Watcher = async ({ part, phase }) => {
      if (part === 'target' && phase === 'after') {
        const { newTokenId } = (await world.ledger.get(id))!;
        const body = JSON.stringify({
          ...{ id: newTokenId, name: 'Backstage (group)', user_id: 1 },
          ...{ active: true, revoked: false, scopes: ['read_api'] },
          ...{ created_at: '2026-06-01T12:00:00Z', expires_at: '2026-07-01' },
        });
        await world.gitlab.addFault({
          path: '/self$',
          fault: { kind: 'status', status: 200, body },
        });
      }
    };
    await watchedBy(watcher, () => hands.begin());
    const { step, parked } = (await world.ledger.get(id))!;
    expect([step, parked?.code]).toEqual(['delivered', 'NEW_TOKEN_DIFFERS']);
    expect(livingIn(world.gitlab.state()).tokens).toContain(101);
  });

  it('keeps no other target from getting its value', async () => {
    const scenario = SCENARIOS.find(
      it =>
        it.name ===
        'issue a project-deploy token to ci-variable and ci-variable',
    )!;
    const { watcher } = failing(1, 'before', () => failure(false));
    let states: string[] = [];
    await perform(world, scenario, {
      watcher,
      hands: (own, id) => ({
        ...own,
        begin: async () => {
          await own.begin();
          const operation = await world.ledger.get(id);
          states = operation!.deliveries.map(it => it.state);
        },
      }),
    });
    expect(states).toEqual(['failed', 'delivered']);
  });
});
