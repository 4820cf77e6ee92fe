import { createSecretKey, type KeyObject } from 'node:crypto';
import { invalidDataKey, type KeyOpener } from './KeyOpener';
import type { Metadata } from './metadata';
import { Obstacle, sortObstacles } from './Obstacle';
import type { KeyGroup } from './recipients';
import { combineShares } from './shamir';
import { SopsError } from './SopsError';

const DATA_KEY_BYTES = 32;

/**
 * Decrypts the key that all values of a file are encrypted with. Of a file with several key groups as many are opened
 * as its threshold asks for, by the first openers as far as they get: no program is started needlessly.
 *
 * @throws SopsError that {@link isLocked} tells as locked, or `DATA_KEY_INVALID`
 */
export async function openDataKey(
  metadata: Metadata,
  openers: readonly KeyOpener[],
): Promise<KeyObject> {
  const { keyGroups, shamirThreshold: needed } = metadata;
  const opened = new Map<KeyGroup, Buffer>();
  const obstacles: Obstacle[] = [];
  for (const opener of openers) {
    for (const group of keyGroups) {
      if (opened.size === needed || opened.has(group)) continue;
      const share = await opener.open(group);
      if (share instanceof Obstacle) obstacles.push(share);
      else if (share) opened.set(group, share);
    }
  }
  if (opened.size < needed) throw locked(metadata, obstacles, opened.size);
  const shares = [...opened.values()];
  const dataKey = keyGroups.length === 1 ? shares[0] : combineShares(shares);
  if (dataKey?.length !== DATA_KEY_BYTES) throw invalidDataKey();
  // A key object shows nothing when it is printed, and is faster than bytes.
  return createSecretKey(dataKey);
}

function locked(
  { keyGroups, recipients, shamirThreshold }: Metadata,
  obstacles: readonly Obstacle[],
  opened: number,
): SopsError {
  const sorted = sortObstacles(obstacles);
  const places = sorted.flatMap(obstacle => obstacle.places);
  const names = recipients.map(({ name }) => name);
  const reasons = [
    ...sorted.map(({ what }) => what),
    `It is encrypted to ${names.slice(0, 5).map(shorten).join(', ')}${
      names.length > 5 ? ', …' : ''
    }.`,
    ...(places.length > 0 ? [`Looked at: ${places.join('; ')}.`] : []),
  ].join(' ');
  const details = { recipients: names, places };
  if (opened > 0) {
    return new SopsError('NOT_ENOUGH_KEY_GROUPS', {
      what: `it cannot be decrypted here: it takes keys of ${shamirThreshold} of its ${keyGroups.length} key groups, and the keys found open ${opened}. ${reasons}`,
      remedy:
        'Provide keys of more groups together, for example as several lines of one age key file.',
      ...details,
    });
  }
  return new SopsError(sorted[0].code, {
    what: `it cannot be decrypted here: ${reasons}`,
    remedy: sorted[0].remedy,
    ...details,
  });
}

function shorten(recipient: string): string {
  return recipient.length > 80 ? `${recipient.slice(0, 40)}…` : recipient;
}
