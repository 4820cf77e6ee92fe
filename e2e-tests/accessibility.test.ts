import { readFileSync } from 'node:fs';
import { Locator, Page, expect } from '@playwright/test';
import { test } from './portalFixture';
import { open } from './portalPage';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  violations: {
    id: string;
    impact: string;
    nodes: {
      html: string;
      failureSummary: string;
      any: { data: { fgColor?: string; bgColor?: string } | null }[];
    }[];
  }[];
}

declare const window: Window & {
  axe?: { run(place: Element): Promise<AxeResults> };
};

// What Backstage's light theme gives every plugin for secondary text, on the background of its pages: 4.47:1
const themeColours = { fgColor: '#717171', bgColor: '#f5f5f5' };

/** What axe finds seriously wrong in a place, a line for each element. */
async function seriousProblems(place: Locator): Promise<string[]> {
  await place.page().evaluate(axe);
  const { violations } = await place.evaluate(element =>
    window.axe!.run(element),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .filter(
          ({ any }) =>
            any[0]?.data?.fgColor !== themeColours.fgColor ||
            any[0].data.bgColor !== themeColours.bgColor,
        )
        .map(
          ({ html, failureSummary }) =>
            `${id}: ${html.slice(0, 200)} ${failureSummary}`,
        ),
    );
}

function isOpaque(element: Element): boolean {
  for (let it: Element | null = element; it; it = it.parentElement) {
    if (getComputedStyle(it).opacity !== '1') {
      return false;
    }
  }
  return true;
}

async function expectAccessible(place: Locator, what: string) {
  const page = place.page();
  // What is still fading in has not its colours yet.
  await expect
    .poll(() => place.evaluate(isOpaque), { message: `${what} is faded in` })
    .toBe(true);
  expect.soft(await seriousProblems(place), what).toEqual([]);
  const surplus = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect.soft(surplus, `${what}: scrolls sideways`).toBeLessThanOrEqual(0);
  const cutOff = await place.evaluate(it => it.scrollWidth - it.clientWidth);
  expect.soft(cutOff, `${what}: is cut off`).toBeLessThanOrEqual(0);
}

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

async function tokens(page: Page) {
  const row = main(page).getByRole('row').nth(1);
  await expect(row.getByRole('rowheader')).toBeVisible();
  await expectAccessible(main(page), 'tokens');
  await row.getByRole('rowheader').getByRole('button').click();
  await expectDialog(page, 'the details of a token');
  await row.getByRole('checkbox').check();
  await row.getByRole('button').last().click();
  await page.getByRole('menuitem').nth(2).click();
  await expectDialog(page, 'the dialog that revokes');
}

async function plainTab(page: Page, what: string) {
  await expect(main(page).locator('[aria-busy="true"]')).toHaveCount(0);
  await expectAccessible(main(page), what);
}

async function entity(page: Page) {
  await page.goto('/catalog/default/component/payments-api/gitlab-tokens');
  const use = main(page).getByRole('row').getByRole('button').first();
  await expect(use).toBeVisible();
  await expectAccessible(main(page), 'the entity’s tab');
  await use.click();
  await expect(page.getByRole('dialog').locator('pre').first()).toBeVisible();
  await expectDialog(page, 'how to use it');
  await main(page).locator('.MuiButton-containedPrimary').click();
  await expectDialog(page, 'the dialog that issues');
}

for (const { name, language, theme, width, words } of [
  {
    name: 'in English, light and wide',
    language: 'en',
    theme: 'light',
    width: 1360,
    words: 'Expiry of the tokens',
  },
  {
    name: 'in French, dark and 360 px wide',
    language: 'fr',
    theme: 'dark',
    width: 360,
    words: 'Expiration des jetons',
  },
]) {
  test(`every tab and dialog is accessible and scrolls in one direction, ${name}`, async ({
    page,
  }) => {
    await page.addInitScript(
      ([chosenLanguage, chosenTheme]) => {
        localStorage.setItem('language', chosenLanguage);
        localStorage.setItem('theme', chosenTheme);
      },
      [language, theme],
    );
    await open(page, '/gitlab-tokens');
    await page.setViewportSize({ width, height: 900 });
    await expect(main(page)).toContainText(words);
    await environments(page);
    await page.getByRole('tab').nth(1).click();
    await tokens(page);
    await page.getByRole('tab').nth(2).click();
    await plainTab(page, 'activity');
    await page.getByRole('tab').nth(3).click();
    await plainTab(page, 'policy');
    await entity(page);
  });
}
