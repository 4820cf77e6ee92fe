import { Page, expect } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { begin } from './appearance';
import { test } from './portalFixture';
import { open } from './portalPage';

async function expectDialog(page: Page, what: string) {
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('[aria-busy="true"]')).toHaveCount(0);
  await expectAccessible(dialog, what);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

const main = (page: Page) => page.getByRole('main');

// Nothing is found by its words here: they are different in every language.
async function environments(page: Page) {
  const cards = main(page).getByRole('article');
  await expect(cards.nth(2)).toBeVisible();
  await expectAccessible(main(page), 'environments');
  await cards.nth(1).getByRole('group').getByRole('button').first().click();
  await expectDialog(page, 'the dialog that rotates');
  await cards.nth(0).getByRole('group').getByRole('button').nth(1).click();
  await expectDialog(page, 'the dialog that takes a token');
}

// Of the last token
const menuOf = (page: Page) =>
  main(page).locator('[aria-haspopup="menu"]').last();

async function tokens(page: Page) {
  await expect(main(page).getByRole('checkbox').nth(1)).toBeVisible();
  await expectAccessible(main(page), 'tokens');
  await menuOf(page).click();
  await page.getByRole('menuitem').nth(0).click();
  await expectDialog(page, 'the details of a token');
  await menuOf(page).click();
  await page.getByRole('menuitem').nth(2).click();
  await expectDialog(page, 'the dialog that revokes');
}

async function plainTab(page: Page, what: string) {
  await expect(main(page).locator('[aria-busy="true"]')).toHaveCount(0);
  await expectAccessible(main(page), what);
}

async function entity(page: Page) {
  await page.goto('/catalog/default/component/payments-api/gitlab-tokens');
  const use = menuOf(page).locator('xpath=preceding-sibling::button[1]');
  await expect(use).toBeVisible();
  await expectAccessible(main(page), 'the entity’s tab');
  await use.click();
  await expect(page.getByRole('dialog').locator('pre').first()).toBeVisible();
  await expectDialog(page, 'how to use it');
  await main(page).locator('.MuiButton-containedPrimary').click();
  await expectDialog(page, 'the dialog that issues');
}

// The flows are looked at in light and wide in English, and in dark and narrow in French
test('every tab and the first step of every dialog is accessible in Japanese on a telephone, in light', async ({
  page,
}) => {
  await begin(page, { language: 'ja', theme: 'light', width: 360 });
  await open(page, '/gitlab-tokens');
  await expect(main(page)).toContainText('トークンの有効期限');
  await environments(page);
  await page.getByRole('tab').nth(1).click();
  await tokens(page);
  await page.getByRole('tab').nth(2).click();
  await plainTab(page, 'activity');
  await page.getByRole('tab').nth(3).click();
  await plainTab(page, 'policy');
  await entity(page);
});
