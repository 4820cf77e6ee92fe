import { Page, expect } from '@playwright/test';
import { clearFaults, dropAllRequests, revokeInGitlab } from './emulator';
import { test } from './portalFixture';
import { card, open, refresh } from './portalPage';
import { pictures, runs } from './runs';
import {
  breakFile,
  hasSops,
  keepFiles,
  lockFile,
  removeToken,
  replaceToken,
} from './sops';

const dev = 'dev.enc.yaml';
const qa = 'qa.enc.yaml';

/** What is done to the files, and the state that the cards of dev and of qa then show. */
const changes = [
  {
    name: 'states-1-locked-and-invalid',
    make: () => {
      lockFile(dev);
      breakFile(qa);
    },
    shown: ['Locked', 'Invalid'],
  },
  {
    name: 'states-2-missing-and-rejected',
    make: () => {
      removeToken(dev);
      replaceToken(qa, 'glpat-of-nobody-at-all');
    },
    shown: ['No token', 'Rejected'],
  },
  {
    name: 'states-3-revoked-and-expired',
    make: async () => {
      await revokeInGitlab('glpat-demo-terraform-not-a-secret');
      replaceToken(dev, 'glpat-demo-terraform-not-a-secret');
      replaceToken(qa, 'glpat-demo-platform-renovate-not-a-secret');
    },
    shown: ['Revoked', 'Expired'],
  },
  {
    name: 'states-4-critical-and-without-expiry',
    make: () => {
      replaceToken(dev, 'glpat-demo-payments-release-not-a-secret');
      replaceToken(qa, 'glpat-demo-renovate-not-a-secret');
    },
    shown: ['Critical', 'Active'],
  },
];

/** The files are watched; whoever cannot wait for that presses Refresh. */
async function expectStates(page: Page, [ofDev, ofQa]: string[]) {
  await expect(async () => {
    await refresh(page);
    for (const [title, state] of [
      ['Development', ofDev],
      ['Quality assurance', ofQa],
    ]) {
      await expect(card(page, title)).toContainText(state, { timeout: 3000 });
    }
  }).toPass({ timeout: 60_000 });
  await expect(page.getByRole('progressbar')).toHaveCount(0);
}

for (const run of runs) {
  test(`every state of a credential can be read, ${run.name}`, async ({
    page,
  }) => {
    test.skip(!hasSops, 'there is no sops program for this platform');
    const look = await run.begin(page);
    const main = page.getByRole('main');
    const bringBack = keepFiles([dev, qa]);
    try {
      await open(page, '/gitlab-tokens');
      for (const { name, make, shown } of changes) {
        bringBack();
        await make();
        await expectStates(page, shown);
        await look(main, name);
      }
      await dropAllRequests();
      await refresh(page);
      await expect(card(page, 'Local development')).toContainText(
        'Unreachable',
      );
      await look(main, 'states-5-unreachable');
    } finally {
      await clearFaults();
      bringBack();
    }
    await refresh(page);
    await expect(card(page, 'Local development')).toContainText('Active');
  });
}

// What is not there yet looks the same by either hand
for (const run of pictures ? runs : runs.slice(0, 1)) {
  test(`what is on its way has its shape, ${run.name}`, async ({ page }) => {
    const look = await run.begin(page);
    const main = page.getByRole('main');
    await open(page, '/gitlab-tokens/policy');
    await expect(card(page, 'Development')).toBeVisible();
    for (const tab of ['Environments', 'Tokens', 'Activity', 'Policy']) {
      let letGo = () => {};
      const held = new Promise<void>(resolve => {
        letGo = resolve;
      });
      await page.route('**/api/gitlab-tokens/**', async route => {
        await held;
        await route.continue();
      });
      await page.getByRole('tab', { name: tab }).click();
      await expect(
        main.locator('[aria-busy="true"][aria-label]').first(),
      ).toBeVisible();
      await look(main, `loading-${tab.toLowerCase()}`);
      letGo();
      await expect(main.locator('[aria-busy="true"]')).toHaveCount(0);
      await page.unrouteAll({ behavior: 'wait' });
    }
  });
}
