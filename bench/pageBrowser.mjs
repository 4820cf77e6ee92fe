import { chromium } from '@playwright/test';
import { browserArguments, requireChromium } from '../scripts/chromium.mjs';
import { appUrl } from './pageServer.mjs';

const patience = 60_000;

export async function startBrowser() {
  return chromium.launch({
    executablePath: requireChromium('Measuring the page'),
    args: browserArguments,
  });
}

/** Does some work on a page of somebody who never was on the portal. */
export async function withNewcomer(browser, work) {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1360, height: 1000 },
  });
  context.setDefaultTimeout(patience);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Until nothing has been loaded for half a second. */
export const untilQuiet = page => page.waitForLoadState('networkidle');

/** Opens the catalog as a guest, and waits until the browser has loaded all of it. */
export async function openCatalog(page) {
  await page.goto(`${appUrl}/catalog`);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'Payments API' }).first().waitFor();
  await untilQuiet(page);
}

export const sidebarEntry = page =>
  page.getByRole('link', { name: 'GitLab tokens', exact: true });

/** Until the cards of all of the demo's environments can be read. */
export async function untilCards(page) {
  for (const title of [
    'Local development',
    'Development',
    'Quality assurance',
  ]) {
    await page
      .getByRole('article', { name: title, exact: true })
      .waitFor({ state: 'visible' });
  }
}
