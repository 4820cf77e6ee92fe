import { Locator, Page, expect } from '@playwright/test';
import { emulatedVariables, tokensNamed } from './emulator';
import { test } from './portalFixture';
import { open, remains } from './portalPage';

/** Opens the form on an entity's tab and fills in what every token needs. */
async function fillIn(page: Page, entity: string, name: string) {
  await open(page, `/catalog/default/component/${entity}/gitlab-tokens`);
  await page.getByRole('button', { name: 'Issue a token…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Issue a token' });
  await dialog.getByLabel('Environment', { exact: true }).selectOption('dev');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Role').selectOption({ label: 'Reporter' });
  await dialog.getByRole('checkbox', { name: /^read_api/ }).check();
  await dialog.getByRole('button', { name: '30 days', exact: true }).click();
  return dialog;
}

async function issue(dialog: Locator) {
  await dialog.getByRole('button', { name: 'Show the plan' }).click();
  await expect(dialog).toContainText('What will be made');
  await dialog.getByRole('button', { name: 'Issue now' }).click();
}

test('a project token is issued into a CI/CD variable, from the page of a component', async ({
  page,
  record,
}) => {
  const dialog = await fillIn(page, 'payments-api', 'release notes');
  await expect(dialog.getByLabel('Owner')).toHaveValue(
    'example-org/payments/api',
  );
  await dialog.getByLabel('Into a CI/CD variable').check();
  await dialog.getByLabel('Full path').fill('example-org/payments/api');
  await dialog.getByLabel('Key').fill('RELEASE_NOTES_TOKEN');
  await issue(dialog);
  await expect(dialog).toContainText(
    '“release notes” was issued and delivered',
  );
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(
    page.getByRole('rowheader', { name: 'release notes' }),
  ).toBeVisible();

  const [token, ...others] = await tokensNamed('release notes');
  expect(others).toEqual([]);
  const variables = await emulatedVariables();
  expect(
    variables.find(({ key }) => key === 'RELEASE_NOTES_TOKEN'),
  ).toMatchObject({
    projectId: 21,
    value: token.value,
    masked: true,
    protected: true,
  });
  expect((await record.answers()).join()).not.toContain(token.value);
});

test('a value that is shown once leaves nothing behind in the browser', async ({
  page,
  record,
}) => {
  const dialog = await fillIn(page, 'payments-web', 'shown once');
  await dialog.getByLabel('Shown once, to you, here').check();
  await issue(dialog);
  await dialog
    .getByRole('button', { name: 'Show the value now' })
    .click({ timeout: 60_000 });
  const [{ value }] = await tokensNamed('shown once');
  const field = dialog.getByLabel('Value', { exact: true });
  await expect(field).not.toHaveValue(value);
  await dialog.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(field).toHaveValue(value);
  await expect(dialog).toContainText('“shown once” was issued and delivered');
  // It cannot be shown again, so a key that is pressed too fast does not close it.
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue(value);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();

  expect(await remains(page)).not.toContain(value);
  await page.goBack();
  await page.goForward();
  expect(await remains(page)).not.toContain(value);
  expect(record.requests.filter(it => it.includes(value))).toEqual([]);
  const answers = await record.answers();
  expect(answers.filter(it => it.includes(value))).toHaveLength(1);

  await open(page, '/gitlab-tokens/activity');
  await page
    .getByRole('row', { name: /shown once/ })
    .getByRole('button', { name: /^Show operation/ })
    .click();
  await expect(page.getByRole('dialog')).toContainText('was issued');
  await expect(
    page.getByRole('button', { name: 'Show the value now' }),
  ).toBeHidden();
});
