import path from 'node:path';
import { Page, expect } from '@playwright/test';
import { test } from './portalFixture';
import { card, open } from './portalPage';

const directory = process.env.SCREENSHOTS ?? '';

async function take(page: Page, name: string): Promise<void> {
  // Without the mark of what was pressed last
  await page.mouse.move(0, 0);
  await page.screenshot({
    path: path.join(directory, `${name}.png`),
    animations: 'disabled',
  });
}

test('the environments', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 1490 });
  await open(page, '/gitlab-tokens');
  await expect(card(page, 'Development')).toContainText('12 days left');
  await expect(card(page, 'Quality assurance')).toContainText('The role is');
  await take(page, 'environments');
});

test('the tokens', async ({ page }) => {
  await page.setViewportSize({ width: 1640, height: 1000 });
  await open(page, '/gitlab-tokens/tokens');
  for (const name of ['portal deploy', 'api composer']) {
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  }
  await expect(page.getByText('2 tokens selected')).toBeVisible();
  await take(page, 'tokens');
});

test('the card and the tab of an entity', async ({ page }) => {
  // The card is below others, and what is scrolled to may be covered
  await page.setViewportSize({ width: 1360, height: 1400 });
  await open(page, '/catalog/default/component/payments-api');
  await expect(
    page.getByRole('link', { name: 'Details of Development' }),
  ).toBeVisible();
  const cards = page.locator('.MuiCard-root, .bui-Card');
  await cards.filter({ hasText: 'GitLab tokens of the portal' }).screenshot({
    path: path.join(directory, 'entity-card.png'),
    animations: 'disabled',
  });
  await page.setViewportSize({ width: 1360, height: 1000 });
  await page.goto('/catalog/default/component/payments-api/gitlab-tokens');
  const use = page.getByRole('button', { name: 'How to use it: api composer' });
  await expect(use).toBeVisible();
  await take(page, 'entity-tab');
  await use.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[aria-expanded]').first()).toBeVisible();
  await take(page, 'how-to-use');
});

test('a rotation, and what is left of it', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 1000 });
  await open(page, '/gitlab-tokens');
  await page
    .getByRole('button', { name: 'Rotate the credential of Development' })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('What will be made');
  await take(page, 'rotate-plan');
  await dialog.getByRole('button', { name: 'Rotate now' }).click();
  await expect(dialog).toContainText('until then both values work');
  await take(page, 'rotate-progress');
  await expect(dialog).toContainText('the old token is revoked', {
    timeout: 60_000,
  });
  await page.goto('/gitlab-tokens/activity');
  await expect(page.getByRole('cell', { name: 'Done' })).toBeVisible();
  await page.setViewportSize({ width: 1360, height: 520 });
  await take(page, 'activity');
});
