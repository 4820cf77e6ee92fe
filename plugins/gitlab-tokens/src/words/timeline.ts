import { Lane } from '../model/timeline';
import { stateWords } from './states';
import { Words } from './Words';

/** The expiry of a lane's token in a few words, beside its bar. */
export function laneWords({ end, environment }: Lane, words: Words): string {
  const { t, formats } = words;
  switch (end.kind) {
    case 'never':
      return t('timeline.never');
    case 'unknown':
      return stateWords(environment, words).label;
    default:
      return end.daysLeft > 0
        ? t('timeline.value', {
            date: formats.date(end.date),
            expiry: formats.inDays(end.daysLeft),
          })
        : t('timeline.expired', { date: formats.date(end.date) });
  }
}

/** A lane in one sentence, for those who cannot see it. */
export function laneSentence(lane: Lane, words: Words): string {
  const { t, formats } = words;
  const { end, environment } = lane;
  const expiry =
    end.kind === 'day' && end.daysLeft > 0
      ? t('timeline.expires', {
          date: formats.date(end.date),
          expiry: formats.inDays(end.daysLeft),
        })
      : laneWords(lane, words);
  return t('timeline.lane', { environment: environment.title, expiry });
}
