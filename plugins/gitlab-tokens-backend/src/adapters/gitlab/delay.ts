/**
 * Resolves after so many milliseconds; rejects as soon as the signal is aborted. Unlike Node's own it follows the
 * clock of a test.
 */
export function delay(milliseconds: number, signal?: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const end = new AbortController();
    const timer = setTimeout(() => {
      end.abort();
      resolve();
    }, milliseconds);
    const give = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', give, { once: true, signal: end.signal });
  });
}
