import { Clock } from './Clock';
import { StateFile } from './StateFile';
import { Faults } from './control/Faults';
import { RequestLog } from './control/RequestLog';
import { RateLimiter } from './http/RateLimiter';
import { buildState } from './seed/buildState';
import { dumpState } from './seed/dumpState';
import { Seed, parseSeed } from './seed/schema';
import { State } from './state/State';

const USAGE_WRITE_DELAY_MS = 1000;

/** One emulated GitLab: its state, its clock, and what was asked to go wrong. */
export class Instance {
  readonly clock = new Clock();
  readonly faults = new Faults();
  readonly log = new RequestLog();
  readonly rateLimiter = new RateLimiter();
  private current: State;
  private keptUsageCount = 0;
  private usageTimer: NodeJS.Timeout | undefined;

  /** @throws SeedError if the seed is malformed or contradicts itself */
  constructor(seed: unknown, private readonly file: StateFile | null = null) {
    this.current = this.build(seed);
  }

  get state(): State {
    return this.current;
  }

  /**
   * Replaces the state, and forgets faults and the request log.
   *
   * @throws SeedError if the seed cannot be taken; nothing is changed then
   */
  seed(seed: unknown): void {
    this.current = this.build(seed);
    this.faults.clear();
    this.log.clear();
    this.rateLimiter.clear();
    this.keep();
  }

  setClock(now: Date | null): void {
    this.clock.set(now);
    this.keep();
  }

  /** The state in the seed's form. */
  dump(): Seed {
    return dumpState(this.current, this.clock.standsAt);
  }

  /** Writes the state file, if there is one. */
  keep(): void {
    clearTimeout(this.usageTimer);
    this.usageTimer = undefined;
    this.keptUsageCount = this.current.usageCount;
    this.file?.write(this.dump());
  }

  /** Writes usage data a little later, so that reading requests do not each write the file. */
  keepUsageSoon(): void {
    const isKept = this.current.usageCount === this.keptUsageCount;
    if (this.file && !isKept && !this.usageTimer) {
      this.usageTimer = setTimeout(() => this.keep(), USAGE_WRITE_DELAY_MS);
    }
  }

  /** Writes what is not yet written, and leaves no timer behind. */
  close(): void {
    if (this.usageTimer) {
      this.keep();
    }
  }

  private build(input: unknown): State {
    const seed = parseSeed(input);
    const now = seed.now ? new Date(seed.now) : null;
    const state = buildState(seed, now ?? new Date());
    this.clock.set(now);
    return state;
  }
}
