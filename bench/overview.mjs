import { MeasuredBackend, emulatorUrl } from './backend.mjs';
import { control, requestsTo, setLatency } from './emulator.mjs';
import { median, percentile, report, requireFact, timed } from './figures.mjs';

const latency = 50;
const coldStarts = 5;
const warmRequests = 300;

const overview = 'gitlab-tokens/environments';
// It signs in, asks the database once and knows nothing of GitLab.
const trivial = 'notifications/status';

/** An inspection of all environments right after a start with an empty database, another one, and two bare requests. */
async function measureColdStart(tools) {
  const backend = new MeasuredBackend(tools);
  try {
    await backend.start();
    await setLatency(emulatorUrl, latency);
    await backend.bareRequest();
    const bare = await timed(async () => {
      await backend.bareRequest();
      await backend.bareRequest();
    });
    // What the page asks first. Its answer comes from the database; it makes Backstage's plugins exchange their keys.
    const opening = await timed(() => backend.get(overview));
    let answer;
    const inspection = await timed(async () => {
      answer = await backend.get(`${overview}?fresh=true`);
    });
    if (answer.items.some(({ observed }) => observed === null)) {
      throw new Error('GitLab was not reached: there is nothing to measure');
    }
    const next = await timed(() => backend.get(`${overview}?fresh=true`));
    return { opening, inspection, next, bare };
  } finally {
    await backend.stop();
  }
}

/** GitLab is asked in two round trips, all environments at once: how close does an inspection come to that? */
export async function measureColdOverview(tools) {
  const runs = [];
  for (let run = 0; run < coldStarts; run++) {
    runs.push(await measureColdStart(tools));
  }
  return report({
    figure: 'overview, cold: three environments inspected after a start',
    unit: 'ms',
    value: median(runs.map(({ inspection }) => inspection)),
    peer: {
      name: `two requests in a row to a GitLab that takes ${latency} ms`,
      value: median(runs.map(({ bare }) => bare)),
    },
    bound: 1.3,
    runs: coldStarts,
    // The request before it, and the same inspection once more: what is loading code and exchanging keys.
    openingThePage: median(runs.map(({ opening }) => opening)),
    secondInspection: median(runs.map(({ next }) => next)),
  });
}

/** The overview from the database, against another route of the same backend, in turns. */
export async function measureWarmOverview(tools) {
  const backend = new MeasuredBackend(tools);
  try {
    await backend.start();
    await backend.get(`${overview}?fresh=true`);
    const times = { overview: [], trivial: [] };
    await control(emulatorUrl, 'DELETE', 'requests');
    for (let request = 0; request < warmRequests; request++) {
      times.trivial.push(await timed(() => backend.get(trivial)));
      times.overview.push(await timed(() => backend.get(overview)));
    }
    const gitlabRequests = await requestsTo(emulatorUrl);
    const holds = report({
      figure: 'overview, warm: 95th percentile',
      unit: 'ms',
      value: percentile(times.overview, 95),
      peer: {
        name: `GET /api/${trivial}, 95th percentile`,
        value: percentile(times.trivial, 95),
      },
      bound: 2,
      requests: warmRequests,
      gitlabRequests,
    });
    const isQuiet = requireFact(
      gitlabRequests === 0,
      'The overview must not ask GitLab',
    );
    return holds && isQuiet;
  } finally {
    await backend.stop();
  }
}
