import { layoutOf, shortened } from './layout';

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

describe('shortened', () => {
  it('cuts only what has no room', () => {
    expect(shortened('Development', 200)).toBe('Development');
    expect(shortened('Development', 56)).toBe('Develop…');
  });
});
