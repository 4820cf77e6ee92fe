import { render } from '@testing-library/react';
import { accessibilityProblems } from './axe';

describe('accessibilityProblems', () => {
  it('finds what a screen reader could not name', async () => {
    const { container } = render(<input type="text" />);
    expect(await accessibilityProblems(container)).toEqual([
      expect.stringMatching(/^label: .*<input type="text">$/),
    ]);
  });

  it('finds nothing wrong with what is named', async () => {
    const { container } = render(<input type="text" aria-label="Name" />);
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
