import { delay } from './delay';

const MINUTE = 60_000;

/**
 * How many requests this process may send to one host in any sixty seconds, so that others who use the same token, the
 * portal's catalog above all, find room in the limit that GitLab gives to its user.
 */
export class RequestBudget {
  readonly #perMinute: number;
  readonly #now: () => number;
  /** When the last requests were sent, in milliseconds, oldest first. */
  readonly #sent: number[] = [];
  /** Whoever waits, waits behind who came before. */
  #queue: Promise<void> = Promise.resolve();

  constructor(perMinute: number, now: () => number = () => performance.now()) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Resolves when one more request may be sent, and counts it. Rejects when the signal is aborted meanwhile. */
  async take(signal?: AbortSignal): Promise<void> {
    const turn = this.#queue.then(() => this.#wait(signal));
    // Who gave up waiting must not stop the ones behind.
    this.#queue = turn.catch(() => {});
    await turn;
  }

  async #wait(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    while (this.#sent.length > 0 && this.#sent[0] <= this.#now() - MINUTE) {
      this.#sent.shift();
    }
    if (this.#sent.length >= this.#perMinute) {
      const free = this.#sent[0] + MINUTE - this.#now();
      await delay(Math.max(free, 1), signal);
      await this.#wait(signal);
      return;
    }
    this.#sent.push(this.#now());
  }
}
