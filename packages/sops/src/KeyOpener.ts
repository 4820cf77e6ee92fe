import type { Obstacle } from './Obstacle';
import type { KeyGroup } from './recipients';
import { SopsError } from './SopsError';

/** Opens the data key, or a key group's share of it, with one kind of keys. */
export interface KeyOpener {
  /**
   * The data key or share, why it does not open, or `undefined` if the group has no recipient of this kind.
   *
   * @throws SopsError `DATA_KEY_INVALID` if the key is here, but what is encrypted to it is damaged
   */
  open(group: KeyGroup): Promise<Buffer | Obstacle | undefined>;
}

export function invalidDataKey(): SopsError {
  return new SopsError('DATA_KEY_INVALID', {
    what: 'it names a key that is here, but the data key stored in it does not open with that key, because its `sops` section is damaged, often by a merge.',
    remedy:
      'Restore the file from version control, or have another recipient run `sops updatekeys` on it.',
  });
}
