import demo from '../../seeds/demo.json';
import { Seed } from './schema';

/**
 * The organisation that the emulator is shipped with: an ordinary seed file, whose clock stands on 2026-06-01.
 *
 * @public
 */
export function demoSeed(): Seed {
  return structuredClone(demo) as Seed;
}
