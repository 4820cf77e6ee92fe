/** Until the condition holds, for at most twenty seconds. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
): Promise<void> {
  const until = Date.now() + 20_000;
  while (!(await condition()) && Date.now() < until) {
    await new Promise(done => setTimeout(done, 100));
  }
  expect(await condition()).toBe(true);
}
