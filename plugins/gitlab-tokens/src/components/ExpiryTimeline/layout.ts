/** What stands in a lane beside the bar of the credential. */
export type LaneContent = {
  /** Marks of other tokens. */
  hasMarks: boolean;
  /** About the width of what is said about other tokens, in pixels; 0: nothing is said. */
  wordsWidth: number;
  /** About the width of what is said about the credential's expiry, in pixels. */
  expiryWidth: number;
};

/** Where everything of a lane stands, in pixels from its top. */
export type LaneLayout = {
  /** In the drawing. */
  top: number;
  height: number;
  barOffset: number;
  barHeight: number;
  /** The highest top and the foot of the columns of other tokens; null where there are none. */
  columns: { top: number; foot: number } | null;
  /** The words about other tokens; null where there are none. */
  wordsTop: number | null;
};

/** Where everything on the timeline stands, in pixels. */
export type TimelineLayout = {
  /** Names and expiries stand above the bars, because there is no room beside them. */
  compact: boolean;
  width: number;
  height: number;
  /** Height of the strip above the lanes, for "Today". */
  top: number;
  /** Left and right end of the bars. */
  plot: [left: number, right: number];
  lanes: LaneLayout[];
  /** Left and right end of the words about other tokens. */
  words: [left: number, right: number];
};

const COMPACT_BELOW = 640;
/** The room for names before the bars, and the least and most for expiries after them, with a gap. */
const NAMES = 168;
const EXPIRIES = { least: 180, most: 300, gap: 16 };
const AXIS_HEIGHT = 28;
const TOP = 22;
/** From the bar to the columns: a gap and the number above the highest of them. */
const NUMBER_HEIGHT = 17;
const COLUMN_HEIGHT = 18;

/** Height of a line of words about other tokens. */
export const LINE_HEIGHT = 18;

/** What a line loses on average where it breaks between two words, in pixels. */
const BREAK = 24;

function linesOf(wordsWidth: number, room: number): number {
  return wordsWidth <= room ? 1 : Math.ceil(wordsWidth / (room - BREAK));
}

function layoutOfLane(
  { hasMarks, wordsWidth }: LaneContent,
  compact: boolean,
  words: [number, number],
): Omit<LaneLayout, 'top'> {
  const bar = compact
    ? { barOffset: 28, barHeight: 12 }
    : { barOffset: 13, barHeight: 14 };
  const barEnd = bar.barOffset + bar.barHeight;
  const columnsTop = barEnd + NUMBER_HEIGHT;
  const columns = hasMarks
    ? { top: columnsTop, foot: columnsTop + COLUMN_HEIGHT }
    : null;
  const graphEnd = columns ? columns.foot : barEnd;
  if (wordsWidth === 0) {
    return { ...bar, columns, wordsTop: null, height: graphEnd + 13 };
  }
  const wordsTop = graphEnd + 8;
  const lines = linesOf(wordsWidth, words[1] - words[0]);
  return {
    ...bar,
    columns,
    wordsTop,
    height: wordsTop + lines * LINE_HEIGHT + 12,
  };
}

function plotOf(
  width: number,
  contents: readonly LaneContent[],
  compact: boolean,
): [left: number, right: number] {
  if (compact) {
    return [4, width - 4];
  }
  const { least, most, gap } = EXPIRIES;
  const widest = Math.max(least, ...contents.map(it => it.expiryWidth));
  return [NAMES, width - gap - Math.min(most, widest)];
}

/** Words begin after the line of today, unless this leaves them less than about two thirds of the bars. */
const MOST_BEFORE_WORDS = 0.35;

/**
 * Lays out the timeline for a width and what its lanes hold.
 *
 * @param todayShare - where on the axis today is, from 0 to 1
 */
export function layoutOf(
  width: number,
  contents: readonly LaneContent[],
  todayShare: number,
): TimelineLayout {
  const compact = width < COMPACT_BELOW;
  const plot = plotOf(width, contents, compact);
  const words: [number, number] = [
    todayShare <= MOST_BEFORE_WORDS
      ? plot[0] + todayShare * (plot[1] - plot[0]) + 7
      : plot[0],
    width,
  ];
  let top = TOP;
  const lanes = contents.map(content => {
    const lane = { top, ...layoutOfLane(content, compact, words) };
    top += lane.height;
    return lane;
  });
  return {
    compact,
    width,
    height: top + AXIS_HEIGHT,
    top: TOP,
    plot,
    lanes,
    words,
  };
}

/** At most the width of a character of the timeline's text, in pixels, but of the wide scripts below. */
const CHARACTER = 7;

/** What characters of a sentence take on average, in pixels, by their script. */
const AVERAGES: [script: RegExp, width: number][] = [
  [/[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]/, 13],
  [/[\u0400-\u04ff]/, 7],
];
const AVERAGE = 6;

/** About the width of a sentence of the timeline's text, in pixels. */
export function widthOf(sentence: string): number {
  return [...sentence].reduce((sum, character) => {
    const script = AVERAGES.find(([each]) => each.test(character));
    return sum + (script?.[1] ?? AVERAGE);
  }, 0);
}

/** At most the width of a text, in pixels. */
function mostWidthOf(text: string): number {
  return Math.max(text.length * CHARACTER, widthOf(text));
}

/** The room for the name of a lane, in pixels: beside its bar, or before its expiry where both stand above the bar. */
export function nameRoom(layout: TimelineLayout, expiry: string): number {
  const [left, right] = layout.plot;
  return layout.compact ? right - left - mostWidthOf(expiry) - 12 : left - 16;
}

/** Whether the whole text has room in `width` pixels. */
export function hasRoom(text: string, width: number): boolean {
  return mostWidthOf(text) <= width;
}

/** The text, or as much of it as has room in `width` pixels. */
export function shortened(text: string, width: number): string {
  if (hasRoom(text, width)) {
    return text;
  }
  const room = Math.floor((text.length * width) / mostWidthOf(text));
  return `${text.slice(0, Math.max(1, room) - 1)}…`;
}
