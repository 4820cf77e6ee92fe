import path from 'node:path';
import { expect, test } from '@playwright/test';
import { card, open } from './portalPage';
import { StartedPortal } from './StartedPortal';

const directory = process.env.SCREENSHOTS ?? '';

let portal: StartedPortal;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  portal = new StartedPortal({ args: ['--reset'] });
  await portal.untilReady();
});

test.afterAll(async () => {
  await portal.end('SIGINT');
});

test('the environments', async ({ page }) => {
  await open(page, '/gitlab-tokens');
  await expect(card(page, 'Development')).toContainText('12 days left');
  await expect(card(page, 'Quality assurance')).toContainText('The role is');
  await page.setViewportSize({ width: 1360, height: 1400 });
  await page.screenshot({
    path: path.join(directory, 'environments.png'),
    animations: 'disabled',
  });
});

test('the card of an entity', async ({ page }) => {
  await open(page, '/catalog/default/component/payments-api');
  await expect(
    page.getByRole('link', { name: 'Details of Development' }),
  ).toBeVisible();
  const cards = page.locator('.MuiCard-root');
  await cards.filter({ hasText: 'GitLab tokens of the portal' }).screenshot({
    path: path.join(directory, 'entity-card.png'),
    animations: 'disabled',
  });
});
