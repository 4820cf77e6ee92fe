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
  lane: { height: number; barOffset: number; barHeight: number };
};

const COMPACT_BELOW = 640;
const AXIS_HEIGHT = 28;
const TOP = 22;

/** Lays out the timeline for a width and a number of lanes. */
export function layoutOf(width: number, lanes: number): TimelineLayout {
  const compact = width < COMPACT_BELOW;
  const lane = compact
    ? { height: 52, barOffset: 28, barHeight: 12 }
    : { height: 40, barOffset: 13, barHeight: 14 };
  return {
    compact,
    width,
    height: TOP + lanes * lane.height + AXIS_HEIGHT,
    top: TOP,
    plot: compact ? [4, width - 4] : [168, width - 196],
    lane,
  };
}

/** About the width of a character of the timeline's text, in pixels. */
const CHARACTER = 7;

/** The room for the name of a lane, in pixels: beside its bar, or before its expiry where both stand above the bar. */
export function nameRoom(layout: TimelineLayout, expiry: string): number {
  const [left, right] = layout.plot;
  return layout.compact
    ? right - left - expiry.length * CHARACTER - 12
    : left - 16;
}

/** The text, or as much of it as has room in `width` pixels. */
export function shortened(text: string, width: number): string {
  const room = Math.max(1, Math.floor(width / CHARACTER));
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}
