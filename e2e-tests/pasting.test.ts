import { expect } from '@playwright/test';
import { emulatedTokens } from './emulator';
import { test } from './portalFixture';
import { card, open, remains } from './portalPage';
import { decryptedToken, hasSops } from './sops';

test('a personal token that is made in GitLab’s own form becomes the one of local', async ({
  page,
  record,
}) => {
  await open(page, '/gitlab-tokens');
  await page
    .getByRole('button', { name: 'Use my own token for Local development' })
    .click();
  const dialog = page.getByRole('dialog');
  const opened = page.waitForEvent('popup');
  await dialog.getByRole('link', { name: /Open GitLab’s form/ }).click();
  const gitlab = await opened;
  await expect(gitlab.getByLabel('Token name')).toHaveValue(
    'Backstage (localhost)',
  );
  for (const scope of ['read_user', 'read_api', 'write_repository']) {
    await expect(gitlab.getByLabel(scope, { exact: true })).toBeChecked();
  }
  await gitlab.getByLabel('User', { exact: true }).selectOption('4');
  await gitlab.getByRole('button', { name: 'Generate token' }).click();
  const value = await gitlab.getByLabel('Token', { exact: true }).inputValue();
  await gitlab.close();

  const field = dialog.getByLabel('Token', { exact: true });
  await field.fill(value);
  await expect(field).toHaveAttribute('type', 'password');
  await dialog.getByRole('button', { name: 'Check and use it' }).click();
  await expect(dialog).toContainText('local runs on your token now.', {
    timeout: 60_000,
  });
  expect(await remains(page)).not.toContain(value);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(card(page, 'Local development')).toContainText('Active');

  const pasted = (await emulatedTokens()).find(token => token.value === value);
  expect(pasted?.revoked).toBe(false);
  // GitLab's page showed it, the backend was told it, and nothing of the portal answered with it.
  const answers = await record.answers();
  expect(answers.filter(it => it.includes(value))).toHaveLength(1);
  expect(record.requests.filter(it => it.includes(value))).toHaveLength(1);
  if (hasSops) {
    expect(decryptedToken('local.enc.yaml')).toBe(value);
  }
});
