import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Seed } from './seed/schema';
import { SeedError } from './seed/SeedError';

/** The file in which an emulator keeps its state across restarts. */
export class StateFile {
  constructor(readonly path: string) {}

  /**
   * The state kept so far, or null where there is no file yet.
   *
   * @throws SeedError if the file is not JSON
   */
  read(): unknown {
    if (!existsSync(this.path)) {
      return null;
    }
    try {
      return JSON.parse(readFileSync(this.path, 'utf8'));
    } catch {
      throw new SeedError('is not JSON');
    }
  }

  /** Replaces the file at once: whoever reads it sees the old state or the new one, whatever happens meanwhile. */
  write(state: Seed): void {
    const temporary = `${this.path}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(state), {
      mode: 0o600,
      flush: true,
    });
    renameSync(temporary, this.path);
  }
}
