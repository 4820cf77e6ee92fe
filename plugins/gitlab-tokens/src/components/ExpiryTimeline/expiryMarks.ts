import { ExpiryOnDay } from '../../model/otherExpiries';

/** One or more expiries as a column on the axis. All is in pixels. */
export type ExpiryMark = {
  /** The days on which its tokens expire, the next one first. */
  days: ExpiryOnDay[];
  tokens: number;
  /** Left end and width of the column. */
  x: number;
  width: number;
  /** How high the column is, 1 being the highest of the lane. */
  share: number;
  /** The number of its tokens and where its middle stands; null for a single one. */
  label: { text: string; x: number } | null;
};

/** Where marks can stand. */
type MarkRoom = {
  /** The place of a day, by how many days are left until it. */
  xOf: (daysLeft: number) => number;
  left: number;
  right: number;
  /** How a number is written. */
  format: (count: number) => string;
};

/** The lengths of the periods that days are put together into, in days, until they have room beside each other. */
const PERIODS = [1, 7, 14, 28, 56, 112];

/** The column of a single day, and the narrowest of a period of which the axis shows a part. */
const DAY_WIDTH = 7;
const LEAST_WIDTH = 3;

/** What is left free between the columns of two periods, and at least between two marks. */
const GAP = 2;
const LEAST_GAP = 1;

/** About the width of a digit of the numbers above the columns, and of the room around a number. */
const DIGIT = 6.5;
const AROUND_NUMBER = 2;

/** Expiries after the day `from`, up to the day `to`. */
type Period = { days: ExpiryOnDay[]; from: number; to: number };

function countOf(days: readonly ExpiryOnDay[]): number {
  return days.reduce((sum, { tokens }) => sum + tokens, 0);
}

function periodsOf(days: readonly ExpiryOnDay[], length: number): Period[] {
  const periods = new Map<number, Period>();
  for (const day of days) {
    const number = length === Infinity ? 1 : Math.ceil(day.daysLeft / length);
    const period = periods.get(number) ?? {
      days: [],
      from: length === Infinity ? 0 : (number - 1) * length,
      to: number * length,
    };
    period.days.push(day);
    periods.set(number, period);
  }
  return [...periods.values()];
}

const within = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(most, value));

const halfWidthOf = (text: string) => (text.length * DIGIT + AROUND_NUMBER) / 2;

/** The column of a period: a day is marked where it is, a longer period is covered. */
function columnOf({ from, to }: Period, room: MarkRoom) {
  const { xOf, left, right } = room;
  if (to - from === 1) {
    const x = within(xOf(to) - DAY_WIDTH / 2, left, right - DAY_WIDTH);
    return { x, width: DAY_WIDTH };
  }
  const x = within(xOf(from) + GAP / 2, left, right);
  const end = to === Infinity ? right : within(xOf(to) - GAP / 2, left, right);
  return { x, width: end - x };
}

function markOf(period: Period, most: number, room: MarkRoom): ExpiryMark {
  const { days } = period;
  const tokens = countOf(days);
  const column = columnOf(period, room);
  const text = room.format(tokens);
  const half = halfWidthOf(text);
  const middle = column.x + column.width / 2;
  return {
    days,
    tokens,
    ...column,
    share: tokens / most,
    label:
      tokens > 1
        ? { text, x: within(middle, room.left + half, room.right - half) }
        : null,
  };
}

/** From where to where a mark reaches, with its number. */
export function extentOf({ x, width, label }: ExpiryMark): [number, number] {
  if (!label) {
    return [x, x + width];
  }
  const half = halfWidthOf(label.text);
  return [Math.min(x, label.x - half), Math.max(x + width, label.x + half)];
}

function marksOf(periods: readonly Period[], room: MarkRoom): ExpiryMark[] {
  const most = Math.max(...periods.map(({ days }) => countOf(days)));
  return periods.map(period => markOf(period, most, room));
}

function haveRoom(marks: readonly ExpiryMark[]): boolean {
  return marks.every((mark, index) => {
    const next = marks[index + 1];
    const end = extentOf(mark)[1];
    return (
      mark.width >= LEAST_WIDTH &&
      (!next || end + LEAST_GAP <= extentOf(next)[0])
    );
  });
}

/** With the last period, of which the axis may show too little, as a part of the one before it. */
function withLongerLast(periods: readonly Period[]): Period[] {
  const [before, last] = periods.slice(-2);
  return last && before.to === last.from
    ? [
        ...periods.slice(0, -2),
        {
          days: [...before.days, ...last.days],
          from: before.from,
          to: last.to,
        },
      ]
    : [...periods];
}

/**
 * The expiries as marks that do not touch each other: days where these have room, or else weeks, and so on until
 * the numbers can be read. A period begins today, so that the first week is the next seven days.
 *
 * @param days - the next one first, all of them within the room
 */
export function expiryMarks(
  days: readonly ExpiryOnDay[],
  room: MarkRoom,
): ExpiryMark[] {
  for (const length of PERIODS) {
    const periods = periodsOf(days, length);
    const choices =
      length === 1 ? [periods] : [periods, withLongerLast(periods)];
    const marks = choices.map(each => marksOf(each, room)).find(haveRoom);
    if (marks) {
      return marks;
    }
  }
  return marksOf(periodsOf(days, Infinity), room);
}
