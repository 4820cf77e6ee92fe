import fc from 'fast-check';
import { anExpiringEnvironment, NOW } from '../../__testUtils__/environments';
import { manyExpiries, someExpiries } from '../../__testUtils__/expiries';
import { EnvironmentExpiries } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { timelineOf, todayShareOf } from '../../model/timeline';
import { ExpiryMark, expiryMarks } from './expiryMarks';
import { layoutOf } from './layout';

const DAY = 24 * 60 * 60 * 1000;

/** The least that a digit of the numbers takes, in pixels. */
const DIGIT = 6;

/** The marks of one lane, as the drawing of this width has them. */
function marksAt(width: number, expiries: EnvironmentExpiries, daysLeft = 12) {
  const model = timelineOf([anExpiringEnvironment(daysLeft)], NOW, [expiries]);
  const { plot } = layoutOf(
    width,
    [{ hasMarks: true, wordsWidth: 300, expiryWidth: 170 }],
    todayShareOf(model),
  );
  const [first, last] = model.domain.map(date => date.getTime());
  const xOf = (days: number) =>
    Math.min(
      plot[1] + 1,
      plot[0] +
        ((model.today.getTime() + days * DAY - first) / (last - first)) *
          (plot[1] - plot[0]),
    );
  const others = model.lanes[0].others!;
  const room = { xOf, left: xOf(0) + 2, right: plot[1] };
  const marks = expiryMarks(others.onAxis, {
    ...room,
    format: count => count.toLocaleString('en'),
  });
  return { marks, others, room };
}

/** From where to where the column and the number reach. */
function reachOf({ x, width, label }: ExpiryMark): [number, number] {
  const half = ((label?.text.length ?? 0) * DIGIT) / 2;
  const middle = label?.x ?? x + width / 2;
  return [Math.min(x, middle - half), Math.max(x + width, middle + half)];
}

function expectReadable({ marks, others, room }: ReturnType<typeof marksAt>) {
  const reaches = marks.map(reachOf);
  reaches.forEach(([start, end], index) => {
    expect(start).toBeGreaterThanOrEqual(room.left);
    expect(end).toBeLessThanOrEqual(room.right + 0.001);
    expect(start).toBeGreaterThan(reaches[index - 1]?.[1] ?? -1);
  });
  expect(marks.every(({ width }) => width >= 3)).toBe(true);

  expect(marks.flatMap(({ days }) => days)).toEqual(others.onAxis);
  const marked = marks.reduce((sum, { tokens }) => sum + tokens, 0);
  expect(marked + others.later + others.never).toBe(others.total);
  marks.forEach(({ days, tokens, label, share }) => {
    expect(days.reduce((sum, day) => sum + day.tokens, 0)).toBe(tokens);
    expect(label?.text).toBe(
      tokens > 1 ? tokens.toLocaleString('en') : undefined,
    );
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThanOrEqual(1);
  });
}

const WIDTHS = Array.from({ length: 67 }, (_, index) => 280 + index * 20);

describe('expiryMarks', () => {
  it.each([3, 300, 5_000])(
    'has no marks that touch, and counts all of %i tokens once, at any width',
    tokens => {
      WIDTHS.forEach(width => {
        const drawn = marksAt(width, manyExpiries(tokens));
        expect(drawn.others.total).toBe(tokens);
        expectReadable(drawn);
      });
    },
  );

  it('has no marks that touch, whatever expires when', () => {
    const days = fc.dictionary(
      fc.integer({ min: 1, max: 500 }).map(String),
      fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 5_000 })),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 280, max: 1_600 }),
        fc.integer({ min: -100, max: 500 }),
        fc.nat(1_000),
        days,
        (width, daysLeft, never, tokensByDay) => {
          const expiries = someExpiries(tokensByDay, { never });
          const drawn = marksAt(width, expiries, daysLeft);
          const expiring = Object.values(tokensByDay).reduce(
            (sum, tokens) => sum + tokens,
          );
          expect(drawn.others.total).toBe(expiring + never);
          expectReadable(drawn);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('marks single days where they have room, each where it is', () => {
    const { marks, room } = marksAt(
      1_100,
      someExpiries({ 5: 1, 40: 2, 120: 1 }),
    );
    expect(marks.map(({ days, tokens }) => [days[0].daysLeft, tokens])).toEqual(
      [
        [5, 1],
        [40, 2],
        [120, 1],
      ],
    );
    marks.forEach(({ x, width, days }) =>
      expect(x + width / 2).toBeCloseTo(room.xOf(days[0].daysLeft)),
    );
  });

  it('puts days together into weeks from today on, where they would touch', () => {
    const { marks } = marksAt(
      1_100,
      someExpiries({ 1: 1, 2: 1, 7: 1, 8: 1, 120: 1 }),
    );
    expect(
      marks.map(({ days }) => days.map(({ daysLeft }) => daysLeft)),
    ).toEqual([[1, 2, 7], [8], [120]]);
  });

  it('needs longer periods on a narrow screen', () => {
    const wide = marksAt(1_100, manyExpiries(300)).marks;
    const narrow = marksAt(312, manyExpiries(300)).marks;
    expect(wide.length).toBeGreaterThan(20);
    expect(narrow.length).toBeGreaterThan(8);
    expect(narrow.length).toBeLessThan(wide.length);
  });
});
