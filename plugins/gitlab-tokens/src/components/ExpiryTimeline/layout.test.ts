import {
  hasRoom,
  LaneContent,
  layoutOf,
  LINE_HEIGHT,
  nameRoom,
  shortened,
  widthOf,
} from './layout';

const BAR: LaneContent = { hasMarks: false, wordsWidth: 0, expiryWidth: 170 };
const MARKS: LaneContent = { ...BAR, hasMarks: true, wordsWidth: 260 };

const lanes = (count: number, content = BAR) => Array(count).fill(content);

describe('layoutOf', () => {
  it('puts the words beside the bars where there is room', () => {
    const { compact, plot, width } = layoutOf(1000, lanes(3), 0.1);
    expect(compact).toBe(false);
    expect(plot[0]).toBeGreaterThan(100);
    expect(width - plot[1]).toBeGreaterThan(100);
  });

  it('leaves room for the longest expiry beside the bars', () => {
    const russian = '30 апр. 2027 г., через 160 дней';
    const contents = [BAR, { ...BAR, expiryWidth: widthOf(russian) }];
    const { plot, width } = layoutOf(1000, contents, 0.1);
    expect(width - plot[1]).toBeGreaterThanOrEqual(widthOf(russian) + 16);
  });

  it('puts them above the bars on a narrow screen, where the bars need the width', () => {
    const { compact, plot, lanes: places } = layoutOf(280, lanes(3), 0.1);
    expect(compact).toBe(true);
    expect(plot[1] - plot[0]).toBeGreaterThan(260);
    expect(places[0].barOffset).toBeGreaterThan(20);
  });

  it('grows with the number of lanes', () => {
    const { height, lanes: places } = layoutOf(1000, lanes(3), 0.1);
    expect(layoutOf(1000, lanes(4), 0.1).height).toBe(
      height + places[0].height,
    );
  });

  it('lets nothing of a lane overlap, and no lane the next', () => {
    for (const width of [280, 360, 639, 640, 1100, 1600]) {
      const contents = [BAR, MARKS, { ...MARKS, hasMarks: false }, BAR];
      const { lanes: places, height } = layoutOf(width, contents, 0.1);
      places.forEach((place, index) => {
        const { top, barOffset, barHeight, columns, wordsTop } = place;
        const parts = [
          barOffset,
          barOffset + barHeight,
          ...(columns ? [columns.top, columns.foot] : []),
          ...(wordsTop === null ? [] : [wordsTop, wordsTop + LINE_HEIGHT]),
          place.height,
        ];
        expect(parts).toEqual([...parts].sort((a, b) => a - b));
        expect(places[index + 1]?.top ?? height).toBeGreaterThanOrEqual(
          top + place.height,
        );
      });
    }
  });

  it('gives words as many lines as they need', () => {
    const heightOf = (width: number) =>
      layoutOf(width, [{ ...MARKS, wordsWidth: 600 }], 0.1).lanes[0].height;
    expect(heightOf(1200)).toBeLessThan(heightOf(360));
  });

  it('begins the words after the line of today, unless that takes too much of their room', () => {
    const today = (share: number) => {
      const { words, plot } = layoutOf(1000, [MARKS], share);
      return { x: plot[0] + share * (plot[1] - plot[0]), words, plot };
    };
    expect(today(0.1).words[0]).toBeGreaterThan(today(0.1).x);
    expect(today(0.5).words[0]).toBe(today(0.5).plot[0]);
  });
});

describe('nameRoom', () => {
  it('leaves a long expiry its place, where both stand above the bar', () => {
    const narrow = layoutOf(280, lanes(3), 0.1);
    const short = nameRoom(narrow, 'Jun 9, 2027, in 200 days');
    const long = nameRoom(narrow, '9 июн. 2027 г., через 200 дней');
    expect(shortened('Local development', short)).toBe('Local develo…');
    expect(shortened('Local development', long)).toBe('Local …');
  });

  it('does not depend on the expiry where the name stands beside the bar', () => {
    const wide = layoutOf(1000, lanes(3), 0.1);
    expect(nameRoom(wide, 'never')).toBe(nameRoom(wide, 'never expires'));
  });
});

describe('widthOf', () => {
  it('knows that Japanese needs more room for a character', () => {
    expect(widthOf('無期限')).toBeGreaterThan(widthOf('nie'));
  });
});

describe('hasRoom', () => {
  it('agrees with what is cut', () => {
    for (const width of [40, 77, 78, 200]) {
      const isWhole = shortened('Development', width) === 'Development';
      expect(hasRoom('Development', width)).toBe(isWhole);
    }
  });
});

describe('shortened', () => {
  it('cuts only what has no room', () => {
    expect(shortened('Development', 200)).toBe('Development');
    expect(shortened('Development', 56)).toBe('Develop…');
  });

  it('cuts wide characters sooner', () => {
    const title = '品質保証環境（社内検証用）';
    const short = shortened(title, 152);
    expect(short).toMatch(/^品質保証環境.+…$/);
    expect(widthOf(short)).toBeLessThanOrEqual(152);
    expect(shortened(title, 170)).toBe(title);
  });
});
