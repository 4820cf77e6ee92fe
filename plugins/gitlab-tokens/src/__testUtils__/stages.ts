import { screen, within } from '@testing-library/react';

/** The steps of the operation on the screen, each as it reads. */
export async function stages(): Promise<(string | null)[]> {
  const list = await screen.findByRole('list', { name: 'Steps' });
  return within(list)
    .getAllByRole('listitem')
    .map(item => item.textContent);
}
