import { Page, expect } from '@playwright/test';
import { expectFocusOrder } from './focus';
import { Hand } from './hands';
import { Look } from './Look';
import { named } from './names';
import { test } from './portalFixture';
import { open } from './portalPage';
import { runs } from './runs';

const main = (page: Page) => page.getByRole('main');

/** The tabs of the page are turned to one after the other. */
async function turnPages(page: Page, hand: Hand) {
  for (const [tab, sign] of [
    ['Tokens', /^Details of/],
    ['Activity', undefined],
    ['Policy', undefined],
    ['Environments', /^Rotate the credential of Development/],
  ] as const) {
    await hand.turnTo(page.getByRole('tab', { name: tab }));
    await expect(page).toHaveURL(new RegExp(tab.toLowerCase()));
    if (sign) {
      await expect(
        main(page).getByRole('button', { name: sign }).first(),
      ).toBeVisible();
    }
  }
}

/** Sorts by name, one way round and the other: by the header, or by a field where there are no headers. */
async function sortByName(page: Page, hand: Hand) {
  const header = page.getByRole('button', { name: 'Name', exact: true });
  const field = page.getByRole('combobox', { name: 'Sort by' });
  await expect(header.or(field)).toBeVisible();
  if (await field.isVisible()) {
    await hand.select(field, 'Name');
    await hand.press(page.getByRole('button', { name: /turn it round$/ }));
  } else {
    await hand.press(header);
    await expect(page).toHaveURL(/sort=name/);
    await hand.press(header);
  }
  await expect(page).toHaveURL(/sort=name/);
  await expect(page).toHaveURL(/order=desc/);
}

/** Shows one more column, and leaves it out again; cards have none. */
async function chooseColumn(page: Page, hand: Hand, look: Look) {
  const columns = page.getByRole('button', { name: named('Columns') });
  if (!(await columns.isVisible())) {
    return;
  }
  const username = page.getByRole('menuitemcheckbox', { name: 'Acts as' });
  const header = page.getByRole('columnheader', { name: 'Acts as' });
  await hand.pick(columns, username);
  await expect(username).toBeChecked();
  await look(page.getByRole('menu'), 'tokens-columns');
  await page.keyboard.press('Enter');
  await expect(username).not.toBeChecked();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(columns).toBeFocused();
  await expect(header).toBeVisible();
  await hand.pick(columns, username);
  await page.keyboard.press('Escape');
  await expect(header).toBeHidden();
}

for (const run of runs) {
  const { hand } = run;
  test(`the tabs, a token’s details, the filters and the order of the list are found, ${run.name}`, async ({
    page,
  }) => {
    const look = await run.begin(page);
    await open(page, '/gitlab-tokens');
    await turnPages(page, hand);
    await hand.turnTo(page.getByRole('tab', { name: 'Tokens' }));
    // Rows of a table, or cards where the window is narrow
    const details = main(page)
      .getByRole('button', { name: /^Details of/ })
      .first();
    await expect(details).toBeVisible();
    await look(main(page), 'tokens');

    const search = page.getByRole('searchbox', { name: 'Search' });
    await hand.write(search, 'payments');
    await expect(page).toHaveURL(/search=payments/);
    await expect(details).toContainText('payments');
    await sortByName(page, hand);

    await hand.press(details);
    const drawer = page.getByRole('dialog');
    await expect(
      drawer.getByRole('button', { name: named('Rotate') }),
    ).toBeVisible();
    await hand.enter(drawer);
    await look(drawer, 'tokens-details');
    await hand.leave(drawer, drawer.getByRole('button', { name: /^Close/ }));
    await expect(details).toBeFocused();

    const menu = page.getByRole('button', { name: /^Actions for/ }).first();
    await hand.press(menu);
    await expect(page.getByRole('menu')).toBeVisible();
    await look(page.getByRole('menu'), 'tokens-menu');
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();

    await chooseColumn(page, hand, look);

    await hand.press(page.getByRole('button', { name: named('Filters') }));
    const kind = page.getByRole('combobox', { name: 'Kind' });
    const kindField = page.getByRole('textbox', { name: 'Kind' });
    await hand.write((await kind.count()) > 0 ? kind : kindField, 'deploy');
    await look(main(page), 'tokens-filters');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/kind=/);
    const chip = page.getByRole('button', { name: /^Remove the filter Kind/ });
    await expect(chip).toBeVisible();
    await look(main(page), 'tokens-filtered');
    await hand.press(chip);
    await expect(chip).toBeHidden();
    await expect(page).not.toHaveURL(/kind=/);
  });

  test(`what a token is good for is told on the page of its component, ${run.name}`, async ({
    page,
  }) => {
    const look = await run.begin(page);
    await open(page, '/catalog/default/component/payments-api/gitlab-tokens');
    const use = page.getByRole('button', {
      name: /^How to use it.*: api composer/,
    });
    await expect(use).toBeVisible();
    await look(main(page), 'entity-tab');
    await hand.press(use);
    const dialog = page.getByRole('dialog');
    await expect(dialog.locator('pre').first()).toBeVisible();
    await hand.enter(dialog);
    await look(dialog, 'how-to-use');
    const recipe = dialog.getByRole('button', { expanded: false }).first();
    await hand.press(recipe);
    await expect(dialog.getByRole('button', { expanded: true })).toHaveCount(2);
    await hand.leave(dialog, dialog.getByRole('button', { name: 'Close' }));
    await expect(use).toBeFocused();

    const menu = page.getByRole('button', { name: 'Actions for api composer' });
    await hand.pick(
      menu.first(),
      page.getByRole('menuitem', { name: 'Details' }),
    );
    await expect(dialog).toContainText('api composer');
    await hand.leave(dialog, dialog.getByRole('button', { name: /^Close/ }));
    await expect(menu.first()).toBeFocused();
  });
}

test('Tab goes through every page in its order and leaves nothing out', async ({
  page,
}) => {
  await open(page, '/gitlab-tokens/environments');
  for (const tab of ['Environments', 'Tokens', 'Activity', 'Policy']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page).toHaveURL(new RegExp(tab.toLowerCase()));
    await expect(
      main(page)
        .getByRole('button')
        .or(main(page).getByRole('link'))
        .or(main(page).getByRole('combobox'))
        .first(),
    ).toBeVisible();
    await expect(main(page).locator('[aria-busy="true"]')).toHaveCount(0);
    await expectFocusOrder(page, main(page));
    // Back to where the next tab is in sight
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  }
  await page.goto('/catalog/default/component/payments-api/gitlab-tokens');
  await expect(
    main(page)
      .getByRole('button', { name: /^How to use it/ })
      .first(),
  ).toBeVisible();
  await expectFocusOrder(page, main(page));
});
