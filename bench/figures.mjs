/** The middle value, or the lower of the two in the middle. */
export function median(values) {
  return percentile(values, 50);
}

/** The smallest value that at least so many percent of the values do not exceed. */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)];
}

/** How long it takes, in milliseconds. */
export async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const rounded = value => Math.round(value * 100) / 100;

/**
 * Prints one figure beside its peer, measured in the same run, as one line of JSON.
 *
 * @param bound - the highest ratio of value to peer that is allowed; without it the figure is only shown
 * @returns whether the figure keeps its bound
 */
export function report({ figure, unit, value, peer, bound, ...more }) {
  const ratio = value / peer.value;
  const holds = bound === undefined || ratio <= bound;
  console.log(
    JSON.stringify({
      figure,
      unit,
      value: rounded(value),
      peer: { name: peer.name, value: rounded(peer.value) },
      ratio: rounded(ratio),
      ...(bound === undefined ? {} : { bound, holds }),
      ...Object.fromEntries(
        Object.entries(more).map(([name, each]) => [name, rounded(each)]),
      ),
    }),
  );
  return holds;
}

/** Says what else must hold for a figure to mean what it says, where it does not. @returns whether it does */
export function requireFact(holds, words) {
  if (!holds) {
    console.error(`${words}.`);
  }
  return holds;
}
