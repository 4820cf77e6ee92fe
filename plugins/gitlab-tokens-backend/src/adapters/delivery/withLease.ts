import { DeliveryError } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { setTimeout as sleep } from 'timers/promises';
import { Leases } from '../../ports/Leases';

/** Milliseconds: a file that takes a program to open, and a token that GitLab is asked about, fit in. */
const DURATION = 60_000;
const POLL = 100;

/** What is leased, and by whom. */
export interface LeaseRequest {
  name: string;
  holder: string;
  /** Milliseconds to wait for somebody else. */
  patience: number;
  signal: AbortSignal;
}

/**
 * Does something while nobody else does the same, on any replica.
 *
 * @throws DeliveryError `FILE_BUSY` where somebody else does not come to an end
 */
export async function withLease(
  leases: Leases,
  { name, holder, patience, signal }: LeaseRequest,
  work: () => Promise<void>,
): Promise<void> {
  const deadline = performance.now() + patience;
  while (!(await leases.take(name, holder, DURATION))) {
    if (performance.now() >= deadline) {
      throw new DeliveryError({
        code: 'FILE_BUSY',
        message: `Another operation is writing the same file (${name}) and has not come to an end.`,
        action:
          'Nothing to do: it is tried again. If it stays for minutes, look at the open operations of the environments that share this file.',
        passing: true,
      });
    }
    await sleep(POLL, undefined, { signal });
  }
  try {
    await work();
  } finally {
    // It runs out by itself; what was done must not look as if it had failed.
    await leases.release(name, holder).catch(() => {});
  }
}
