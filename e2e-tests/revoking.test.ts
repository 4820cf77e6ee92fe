import { expect } from '@playwright/test';
import { tokensNamed } from './emulator';
import { test } from './portalFixture';
import { open } from './portalPage';

const names = ['portal e2e', 'ledger audit', 'data loads'];

async function areRevoked(): Promise<boolean[]> {
  const tokens = await Promise.all(names.map(tokensNamed));
  return tokens.flat().map(({ revoked }) => revoked);
}

test('three tokens are revoked at once', async ({ page }) => {
  expect(await areRevoked()).toEqual([false, false, false]);
  await open(page, '/gitlab-tokens/tokens?environment=dev&state=active');
  for (const name of names) {
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  }
  await expect(page.getByText('3 tokens selected')).toBeVisible();
  await page.getByRole('button', { name: 'Revoke…' }).click();

  const dialog = page.getByRole('dialog', { name: 'Revoke 3 tokens' });
  const plans = dialog.getByRole('list', { name: 'What stops' });
  for (const name of names) {
    await expect(plans).toContainText(name);
  }
  expect(await areRevoked()).toEqual([false, false, false]);
  await dialog.getByRole('button', { name: 'Revoke 3 tokens' }).click();
  await expect(
    dialog.getByRole('list', { name: 'What became of them' }),
  ).toBeVisible();
  await expect.poll(areRevoked).toEqual([true, true, true]);
  for (const name of names) {
    await expect(dialog).toContainText(`${name}: revoked`);
  }
  await dialog.getByRole('button', { name: 'Close' }).click();
  for (const name of names) {
    await expect(
      page.getByRole('checkbox', { name: `Select ${name}` }),
    ).toBeHidden();
  }
});
