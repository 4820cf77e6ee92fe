import { ExpiryOnDay, OtherExpiries } from '../model/otherExpiries';
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

/** The same without the date, where there is little room. */
export function briefLaneWords(lane: Lane, words: Words): string {
  const { end } = lane;
  return end.kind === 'day' && end.daysLeft > 0
    ? words.formats.inDays(end.daysLeft)
    : laneWords(lane, words);
}

/** How many other tokens there are and when the first of them expires, for a link to them. */
export function othersWords(
  { total, next }: OtherExpiries,
  { t, formats }: Words,
): string {
  const tokens = formats.count(total);
  return next
    ? t('timeline.others', {
        count: total,
        tokens,
        expiry: formats.inDays(next.daysLeft),
      })
    : t('timeline.othersForever', { count: total, tokens });
}

/**
 * How many of the other tokens are not on the axis, in sentences; empty where all are, or where `othersWords` has said
 * it.
 *
 * @param axisEnd - the last day of the axis, `YYYY-MM-DD`
 */
export function beyondWords(
  { next, later, never }: OtherExpiries,
  axisEnd: string,
  { t, formats }: Words,
): string {
  const sentences = [
    later > 0 &&
      t('timeline.later', {
        count: later,
        tokens: formats.count(later),
        date: formats.date(axisEnd),
      }),
    next &&
      never > 0 &&
      t('timeline.forever', { count: never, tokens: formats.count(never) }),
  ];
  return sentences.filter(sentence => sentence).join(' ');
}

/** What a mark on the axis stands for; its days are in their order. */
export function markWords(
  { days, tokens: count }: { days: ExpiryOnDay[]; tokens: number },
  { t, formats }: Words,
): string {
  const [first, last] = [days[0], days[days.length - 1]];
  const tokens = formats.count(count);
  const date = formats.date(first.date);
  return first.date === last.date
    ? t('timeline.mark', {
        count,
        tokens,
        date,
        expiry: formats.inDays(first.daysLeft),
      })
    : t('timeline.marks', {
        count,
        tokens,
        from: date,
        to: formats.date(last.date),
      });
}

/** A lane in sentences, for those who cannot see it. */
export function laneSentence(
  lane: Lane,
  axisEnd: string,
  words: Words,
): string {
  const { t, formats } = words;
  const { end, environment, others } = lane;
  const expiry =
    end.kind === 'day' && end.daysLeft > 0
      ? t('timeline.expires', {
          date: formats.date(end.date),
          expiry: formats.inDays(end.daysLeft),
        })
      : laneWords(lane, words);
  const credential = t('timeline.lane', {
    environment: environment.title,
    expiry,
  });
  return others
    ? [
        credential,
        t('timeline.sentence', { words: othersWords(others, words) }),
        beyondWords(others, axisEnd, words),
      ]
        .join(' ')
        .trim()
    : credential;
}
