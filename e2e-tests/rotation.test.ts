import { expect } from '@playwright/test';
import { tokensNamed } from './emulator';
import { test } from './portalFixture';
import { card, open, tabTo } from './portalPage';
import { decryptedToken, hasSops } from './sops';

const rotated = /was rotated, and the old token is revoked/;

test('the token of dev is rotated, watched over a reload, and replaces the old one', async ({
  page,
}) => {
  const name = 'Backstage (dev.portal.example.com)';
  const before = await tokensNamed(name);
  const old = before.find(token => !token.revoked)!;
  await open(page, '/gitlab-tokens');
  await page
    .getByRole('button', { name: 'Rotate the credential of Development' })
    .click();

  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('What will be made');
  await expect(dialog).toContainText('dev.enc.yaml');
  expect(await tokensNamed(name)).toEqual(before);
  await dialog.getByRole('button', { name: 'Rotate now' }).click();
  await expect(dialog).toContainText('until then both values work');
  await expect(page).toHaveURL(/operation=/);

  await page.reload();
  await expect(dialog.getByRole('list', { name: 'Steps' })).toBeVisible();
  await expect(dialog).toContainText(rotated, { timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page).not.toHaveURL(/operation=/);
  await expect(card(page, 'Development')).toContainText('90 days left');

  const after = await tokensNamed(name);
  expect(after).toHaveLength(before.length + 1);
  const alive = after.filter(token => !token.revoked);
  expect(alive).toHaveLength(1);
  expect(alive[0].value).not.toBe(old.value);
  expect(after.find(({ id }) => id === old.id)?.revoked).toBe(true);
  if (hasSops) {
    expect(decryptedToken('dev.enc.yaml')).toBe(alive[0].value);
  }
});

test('the token of qa is rotated by keyboard alone, and the focus comes back', async ({
  page,
}) => {
  const name = 'Backstage (qa.portal.example.com)';
  await open(page, '/gitlab-tokens');
  const rotate = page.getByRole('button', {
    name: 'Rotate the credential of Quality assurance',
  });
  const dialog = page.getByRole('dialog');
  await tabTo(page, rotate);
  await page.keyboard.press('Enter');
  const confirm = dialog.getByRole('button', { name: 'Rotate now' });
  await expect(confirm).toBeEnabled();
  // With what Material UI puts around the dialog to bring the focus back from its end to its beginning
  const trap = page.locator('.MuiDialog-root');
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab');
    expect(
      await trap.evaluate(it => it.contains(document.activeElement)),
      `the focus is in the dialog after ${presses + 1} presses of Tab`,
    ).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(rotate).toBeFocused();
  expect(await tokensNamed(name)).toHaveLength(1);

  await page.keyboard.press('Enter');
  await expect(confirm).toBeEnabled();
  await tabTo(page, confirm);
  await page.keyboard.press('Enter');
  // Closing it does not stop it.
  await expect(dialog).toContainText('until then both values work');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(rotate).toBeFocused();

  const [old, alive] = await tokensNamed(name);
  expect([old.revoked, alive.revoked]).toEqual([false, false]);
  if (hasSops) {
    expect(decryptedToken('qa.enc.yaml')).toBe(alive.value);
  }
});
