import { layoutOf, nameRoom, shortened } from './layout';

describe('layoutOf', () => {
  it('puts the words beside the bars where there is room', () => {
    const { compact, plot, width } = layoutOf(1000, 3);
    expect(compact).toBe(false);
    expect(plot[0]).toBeGreaterThan(100);
    expect(width - plot[1]).toBeGreaterThan(100);
  });

  it('puts them above the bars on a narrow screen, where the bars need the width', () => {
    const { compact, plot, lane } = layoutOf(280, 3);
    expect(compact).toBe(true);
    expect(plot[1] - plot[0]).toBeGreaterThan(260);
    expect(lane.barOffset).toBeGreaterThan(20);
  });

  it('grows with the number of lanes', () => {
    const { height, lane } = layoutOf(1000, 3);
    expect(layoutOf(1000, 4).height).toBe(height + lane.height);
  });
});

describe('nameRoom', () => {
  it('leaves a long expiry its place, where both stand above the bar', () => {
    const narrow = layoutOf(280, 3);
    const short = nameRoom(narrow, 'Jun 9, 2027, in 200 days');
    const long = nameRoom(narrow, '9 июн. 2027 г., через 200 дней');
    expect(shortened('Local development', short)).toBe('Local develo…');
    expect(shortened('Local development', long)).toBe('Local …');
  });

  it('does not depend on the expiry where the name stands beside the bar', () => {
    const wide = layoutOf(1000, 3);
    expect(nameRoom(wide, 'never')).toBe(nameRoom(wide, 'never expires'));
  });
});

describe('shortened', () => {
  it('cuts only what has no room', () => {
    expect(shortened('Development', 200)).toBe('Development');
    expect(shortened('Development', 56)).toBe('Develop…');
  });
});
