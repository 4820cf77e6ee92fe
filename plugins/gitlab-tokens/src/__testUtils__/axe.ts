import { act } from '@testing-library/react';
import { run } from 'axe-core';

/**
 * What axe finds wrong with what is shown, a line for each place. Without the rules that look at what is drawn, which
 * the tests' browser does not do, and without the landmarks of the page, which are the portal's.
 */
export async function accessibilityProblems(
  container: Element = document.body,
): Promise<string[]> {
  // What moves may go on while it looks
  const { violations } = await act(() =>
    run(container, {
      rules: {
        'color-contrast': { enabled: false },
        'label-content-name-mismatch': { enabled: false },
        region: { enabled: false },
      },
    }),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 300)}`),
  );
}
