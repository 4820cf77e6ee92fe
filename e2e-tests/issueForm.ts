import { Locator, Page, expect } from '@playwright/test';
import { Hand } from './hands';
import { named } from './names';
import { open } from './portalPage';

/** What opens the form on an entity's tab. */
export const openerOf = (page: Page) =>
  page.getByRole('main').getByRole('button', { name: named('Issue a token') });

export const buttonOf = (dialog: Locator, name: string) =>
  dialog.getByRole('button', { name: named(name) });

/** Opens the form on an entity's tab. */
export async function openForm(page: Page, hand: Hand, entity: string) {
  await open(page, `/catalog/default/component/${entity}/gitlab-tokens`);
  await hand.press(openerOf(page));
  // Not by its name, which is another in each language that it is looked at in
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Name')).toBeVisible();
  return dialog;
}

/** Fills in what every token needs. */
export async function fillIn(dialog: Locator, hand: Hand, name: string) {
  await hand.select(
    dialog.getByLabel('Environment', { exact: true }),
    'Development',
  );
  await hand.write(dialog.getByLabel('Name'), name);
  await hand.select(dialog.getByLabel('Role'), 'Reporter');
  await hand.tick(dialog.getByRole('checkbox', { name: /^read_api/ }));
  await hand.press(
    dialog.getByRole('button', { name: '30 days', exact: true }),
  );
}

/** Has the value written into a CI/CD variable of the project that the token is for. */
export async function fillInVariable(dialog: Locator, hand: Hand, key: string) {
  await hand.choose(dialog.getByLabel('Into a CI/CD variable'));
  await hand.write(dialog.getByLabel('Full path'), 'example-org/payments/api');
  await hand.write(dialog.getByLabel('Key'), key);
}
