import { Instance } from './Instance';
import { StateFile } from './StateFile';
import { FaultRule } from './control/Faults';
import { LoggedRequest } from './control/RequestLog';
import { EmulatorServer } from './http/EmulatorServer';
import { SeedError } from './seed/SeedError';
import { demoSeed } from './seed/demoSeed';
import { Seed } from './seed/schema';

/** @public */
export interface GitlabEmulatorOptions {
  /** The port on 127.0.0.1; 0, which is the default, takes a free one. */
  port?: number;
  /** What to start from; the shipped demo organisation by default. Not looked at where `state` is there already. */
  seed?: Seed;
  /** The file in which the state is kept across restarts. */
  state?: string;
  /** Where the clock stands, whatever the seed says; with null it runs. */
  now?: string | Date | null;
}

/** @public */
export interface GitlabEmulator {
  /** Without a slash at the end. */
  readonly url: string;
  /** Replaces the whole state, and forgets faults and the request log. Rejects with a SeedError. */
  seed(seed: Seed): Promise<void>;
  /** The state in the seed's form, with everything created since. */
  state(): Seed;
  /** Stops the clock there; with null it runs in real time. */
  setClock(now: string | Date | null): Promise<void>;
  /** Lets the next matching requests fail. */
  addFault(rule: FaultRule): Promise<void>;
  clearFaults(): Promise<void>;
  /** The requests to the API so far, oldest first. */
  requests(): LoggedRequest[];
  clearRequests(): Promise<void>;
  /** Closes all connections, frees the port and writes what is not yet in the state file. */
  stop(): Promise<void>;
}

/**
 * Starts a GitLab on 127.0.0.1.
 *
 * @throws SeedError if the seed or the state file cannot be taken
 * @throws the system's error if the port is taken or the state file cannot be written
 * @public
 */
export async function startGitlabEmulator(
  options: GitlabEmulatorOptions = {},
): Promise<GitlabEmulator> {
  const instance = openInstance(options);
  if (options.now !== undefined) {
    instance.clock.set(toDate(options.now));
  }
  const server = new EmulatorServer(instance);
  await server.listen(options.port ?? 0);
  try {
    instance.keep();
  } catch (error) {
    await server.close();
    throw error;
  }
  return {
    url: server.url,
    seed: async seed => instance.seed(seed),
    state: () => instance.dump(),
    setClock: async now => instance.setClock(toDate(now)),
    addFault: async rule => instance.faults.add(rule),
    clearFaults: async () => instance.faults.clear(),
    requests: () => instance.log.all(),
    clearRequests: async () => instance.log.clear(),
    async stop() {
      await server.close();
      instance.close();
    },
  };
}

function openInstance({ seed, state }: GitlabEmulatorOptions): Instance {
  const file = state === undefined ? null : new StateFile(state);
  try {
    const kept = file?.read() ?? null;
    if (kept !== null) {
      return new Instance(kept, file);
    }
  } catch (error) {
    if (error instanceof SeedError) {
      throw new SeedError(`the state file ${state}: ${error.message}`);
    }
    throw error;
  }
  return new Instance(seed ?? demoSeed(), file);
}

function toDate(now: string | Date | null): Date | null {
  if (now === null) {
    return null;
  }
  const instant = new Date(now);
  if (Number.isNaN(instant.getTime())) {
    throw new TypeError(
      'the clock needs an ISO 8601 timestamp, a Date or null',
    );
  }
  return instant;
}
