import { FaultRule } from '@gitlab-tokens/gitlab-emulator';
import { describeWithSops } from '../__testUtils__/sopsFiles';
import { BrokerWorld } from './__testUtils__/BrokerWorld';
import { perform } from './__testUtils__/driving';
import { REQUEST_TIMEOUT } from './__testUtils__/engine';
import { expectEnd } from './__testUtils__/expectEnd';
import { Scenario, SCENARIOS } from './__testUtils__/scenarios';
import { Moment, Watcher } from './__testUtils__/watching';

jest.setTimeout(120_000);

type Fault = FaultRule['fault'];

/** Longer than a request may take; GitLab does what it was asked all the same. */
const TOO_LATE: Fault = { kind: 'delay', ms: REQUEST_TIMEOUT + 100 };

/** Nothing happens. */
const REFUSALS: Fault[] = [
  { kind: 'status', status: 429 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 502, body: '<html>' },
  { kind: 'status', status: 503 },
  { kind: 'drop-before' },
];

/** It happens, and nobody hears of it. */
const SILENCES: Fault[] = [{ kind: 'drop-after' }, TOO_LATE];

const isSilence = (fault: Fault) => SILENCES.includes(fault);

const WRITING = [...REFUSALS, ...SILENCES];

/** Repeated at once or not, and not answered. */
const READING: Fault[] = [
  { kind: 'status', status: 429 },
  { kind: 'status', status: 500 },
  { kind: 'drop-after' },
];

/** Tells of the requests of an operation, by their numbers. */
function numbered(
  tell: (number: number, moment: Moment) => Promise<void> | void,
): Watcher {
  let number = 0;
  return async moment => {
    if (moment.part === 'gitlab' && moment.phase === 'before') {
      number += 1;
      await tell(number, moment);
    }
  };
}

describeWithSops('whatever GitLab does to one request', () => {
  const world = new BrokerWorld();
  let failed = 0;

  beforeAll(() => world.start());
  afterAll(async () => {
    await world.stop();
    process.stderr.write(
      `${failed} requests failed, and every operation came to its end.\n`,
    );
  });

  it.each(SCENARIOS)('$name', async scenario => {
    const requests: string[] = [];
    await perform(world, scenario, {
      watcher: numbered((_, { what }) => void requests.push(what)),
    });
    expect(requests).not.toHaveLength(0);
    for (const [index, what] of requests.entries()) {
      // What only reads is nobody's business but the transport's, which has its own tests.
      const faults = what.startsWith('GET') ? READING : WRITING;
      for (const fault of faults) {
        const outcome = await withFault(scenario, index + 1, fault);
        await expectEnd(world, scenario, {
          ...outcome,
          isLost: isSilence(fault) && what.endsWith('/self/rotate'),
          words: `${JSON.stringify(fault)} at ${what} (${index + 1}.)`,
        });
        failed += 1;
      }
    }
  });

  function withFault(scenario: Scenario, at: number, fault: Fault) {
    const watcher = numbered(async number => {
      if (number === at) {
        await world.gitlab.addFault({ fault });
        world.dropped += fault.kind === 'drop-before' ? 1 : 0;
      }
    });
    return perform(world, scenario, { watcher });
  }
});
