import { expect } from '@playwright/test';
import { test } from './portalFixture';
import { card, open } from './portalPage';
import { pictures, runs } from './runs';

for (const run of runs) {
  const { hand } = run;
  test(`who asks why qa is marked finds the reason and what to do, ${run.name}`, async ({
    page,
  }) => {
    const look = await run.begin(page);
    await open(page, '/');
    const cardsAtHome = page.locator('.MuiCard-root');
    const homeCard = cardsAtHome.filter({ hasText: 'GitLab tokens' });
    await expect(homeCard.getByRole('link').first()).toBeVisible();
    await look(cardsAtHome.first(), 'home-card');
    await page.goto('/gitlab-tokens');
    const qa = card(page, 'Quality assurance');
    await expect(qa).toBeVisible();
    await look(page.getByRole('main'), 'environments');

    await hand.turnTo(page.getByRole('tab', { name: 'Policy' }));
    await expect(page).toHaveURL(/policy/);
    const policy = page.getByRole('article', { name: 'Quality assurance' });
    await expect(policy).toBeVisible();
    await look(page.getByRole('main'), 'policy');

    await page.goto('/catalog/default/component/payments-api');
    const details = page.getByRole('link', {
      name: 'Details of Quality assurance',
    });
    await expect(details).toBeVisible();
    // By no words, which are others in each language that it is looked at in
    const cards = page.locator('.MuiCard-root, .bui-Card');
    const holds = await cards.evaluateAll(
      (all, link) => all.findIndex(it => it.contains(link)),
      await details.elementHandle(),
    );
    await look(cards.nth(holds), 'entity-card');
    await hand.press(details);
    // Whoever cannot see which card is meant hears it
    await expect(qa).toBeFocused();
    const findings = qa
      .getByRole('list')
      .filter({ hasText: 'The role is Maintainer' });
    await expect(findings.getByRole('listitem')).toContainText([
      'The token lacks write_repository, which the configuration declares.',
      'The role is Maintainer; Developer is declared.',
    ]);
    // What to do about it follows in the reading order, and with Tab
    const rotate = qa.getByRole('button', {
      name: /^Rotate the credential of Quality assurance/,
    });
    const isAfter = await findings.evaluate(
      (list, button) =>
        Boolean(
          button &&
            list.compareDocumentPosition(button) &
              Node.DOCUMENT_POSITION_FOLLOWING,
        ),
      await rotate.elementHandle(),
    );
    expect(isAfter).toBe(true);
    await page.keyboard.press('Tab');
    await expect(qa.locator(':focus')).toHaveCount(1);
  });
}

// Nothing is done there, with whatever hand
for (const run of pictures ? runs : runs.slice(0, 1)) {
  test(`what has no project says how to give it one, ${run.name}`, async ({
    page,
  }) => {
    const look = await run.begin(page);
    await open(page, '/catalog/default/component/payments-reports');
    const told = page
      .locator('.MuiCard-root, .bui-Card')
      .filter({ hasText: 'gitlab.com/project-slug' });
    await expect(told).toBeVisible();
    await look(told, 'entity-without-project');
  });
}
