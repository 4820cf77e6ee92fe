import path from 'node:path';
import { chromium, expect as expectSoon } from '@playwright/test';
import { browserArguments } from './chromium.mjs';
import { ports } from './packedApp.mjs';

const base = `http://localhost:${ports.frontend}`;
const patience = 60_000;
const expect = expectSoon.configure({ timeout: patience });
const environments = ['Local development', 'Development', 'Quality assurance'];
// React's warning about Material UI 4, which Backstage uses; it is printed in development only.
const known = [/^Warning: findDOMNode is deprecated/];

/** What the pages of a context complain about, each complaint with the page that made it. */
function complaintsOf(context) {
  const complaints = [];
  const add = (place, text) => {
    if (!known.some(pattern => pattern.test(text))) {
      complaints.push(`${place}: ${text.slice(0, 600)}`);
    }
  };
  context.on('console', message => {
    if (message.type() === 'error') {
      add(message.page()?.url(), message.text());
    }
  });
  context.on('weberror', failure =>
    add(failure.page()?.url(), failure.error().message),
  );
  return complaints;
}

/** Opens a page, as a guest where the portal asks. */
async function open(page, address) {
  await page.goto(`${base}${address}`);
  const enter = page.getByRole('button', { name: 'Enter' });
  const signedIn = page.getByRole('link', { name: 'Settings', exact: true });
  await expect(enter.or(signedIn).first()).toBeVisible();
  if (await enter.isVisible()) {
    await enter.click();
  }
}

const views = [
  {
    name: 'page',
    async look(page) {
      await open(page, '/gitlab-tokens');
      for (const name of environments) {
        const card = page.getByRole('article', { name, exact: true });
        await expect(card).toBeVisible();
      }
      const active = page.getByRole('article', { name: 'Local development' });
      await expect(active).toContainText('Active');
    },
  },
  {
    name: 'tokens',
    async look(page) {
      await open(page, '/gitlab-tokens/tokens');
      const details = page.getByRole('button', { name: /^Details of / });
      await expect(details.first()).toBeVisible();
    },
  },
  {
    name: 'sidebar',
    async look(page) {
      await open(page, '/catalog');
      await page.getByRole('link', { name: 'GitLab tokens' }).first().click();
      const card = page.getByRole('article', { name: 'Quality assurance' });
      await expect(card).toContainText('Needs attention');
    },
  },
  {
    name: 'home card',
    async look(page) {
      await open(page, '/home');
      const worst = page.getByRole('link', {
        name: 'Details of Quality assurance',
      });
      await expect(worst).toBeVisible();
      await page.getByRole('link', { name: 'All environments' }).click();
      await expect(page).toHaveURL(/gitlab-tokens\/environments$/);
    },
  },
  {
    name: 'entity card',
    async look(page) {
      await open(page, '/catalog/default/component/payments-api');
      const link = page.getByRole('link', { name: 'Details of Development' });
      await expect(link.first()).toBeVisible();
      await link.first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'entity tab',
    async look(page) {
      await open(page, '/catalog/default/component/payments-api');
      // A tab of the old system, a link of the new one
      const link = page
        .getByRole('link', { name: 'GitLab tokens' })
        .and(page.locator('[href$="payments-api/gitlab-tokens"]'));
      const tab = page.getByRole('tab', { name: 'GitLab tokens' });
      await tab.or(link).first().click();
      await expect(page).toHaveURL(/payments-api\/gitlab-tokens/);
      await expect(page.getByRole('row').nth(1)).toBeVisible();
    },
  },
];

async function lookAt({ view, context, pictures }) {
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const problem = await view.look(page).then(
    () => undefined,
    error => `${view.name}: ${error.message.split('\n')[0]}`,
  );
  await page.screenshot({ path: path.join(pictures, `${view.name}.png`) });
  await page.close();
  return problem;
}

/**
 * Looks at everything that the packages show in a portal.
 *
 * @param pictures - the folder for a picture of each view
 * @returns `seen`, the names of the views that are as they should be, and `problems`, in sentences
 */
export async function lookAround({ executablePath, pictures }) {
  const browser = await chromium.launch({
    executablePath,
    args: browserArguments,
  });
  const seen = [];
  const problems = [];
  try {
    const context = await browser.newContext({
      locale: 'en-US',
      timezoneId: 'UTC',
      viewport: { width: 1360, height: 1000 },
    });
    const complaints = complaintsOf(context);
    for (const view of views) {
      const problem = await lookAt({ view, context, pictures });
      (problem ? problems : seen).push(problem ?? view.name);
    }
    return { seen, problems: [...problems, ...complaints] };
  } finally {
    await browser.close();
  }
}
