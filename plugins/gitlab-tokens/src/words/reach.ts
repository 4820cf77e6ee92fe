import { Reach } from '../model/reach';
import { neverHappens, Translate } from './Words';

/** Whether a credential reaches an entity's project or group, in one sentence. */
export function reachWords(reach: Reach, t: Translate): string {
  switch (reach.kind) {
    case 'isOwner':
      return t('entity.reach.isOwner');
    case 'covers':
      return t('entity.reach.covers', { owner: reach.owner });
    case 'partly':
      return t('entity.reach.partly', { owner: reach.owner });
    case 'outside':
      return t('entity.reach.outside', { owner: reach.owner });
    case 'otherHost':
      return t('entity.reach.otherHost', { host: reach.host });
    case 'asUser':
      return reach.user === null
        ? t('entity.reach.asSomeUser')
        : t('entity.reach.asUser', { user: reach.user });
    case 'unknown':
      return t('entity.reach.unknown');
    default:
      return neverHappens(reach);
  }
}
