import { RequestBudget } from './RequestBudget';

describe('RequestBudget', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('lets no more than its number pass in any sixty seconds, in the order of asking', async () => {
    const budget = new RequestBudget(3, () => Date.now());
    const start = Date.now();
    const passed: [number, number][] = [];
    const asked = Array.from({ length: 8 }, (_, index) =>
      budget.take().then(() => passed.push([index, Date.now() - start])),
    );
    await jest.advanceTimersByTimeAsync(200_000);
    await Promise.all(asked);

    expect(passed.map(([index]) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(passed.map(([, time]) => Math.floor(time / 60_000))).toEqual([
      0, 0, 0, 1, 1, 1, 2, 2,
    ]);
  });

  it('lets who gives up go, and the others pass', async () => {
    const budget = new RequestBudget(1, () => Date.now());
    await budget.take();
    const impatient = new AbortController();
    const given = budget.take(impatient.signal);
    const patient = budget.take();
    impatient.abort();
    await expect(given).rejects.toThrow();
    await jest.advanceTimersByTimeAsync(60_000);
    await patient;
  });
});
