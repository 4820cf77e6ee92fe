import { expect } from '@playwright/test';
import { emulatedVariables, tokensNamed } from './emulator';
import {
  buttonOf,
  fillIn,
  fillInVariable,
  openForm,
  openerOf,
} from './issueForm';
import { named } from './names';
import { test } from './portalFixture';
import { remains } from './portalPage';
import { runs } from './runs';

const purposes = ['release notes', 'change log', 'coverage', 'translations'];

for (const run of runs) {
  const { hand, number } = run;
  const name = purposes[number];
  const key = `${name.replace(' ', '_').toUpperCase()}_TOKEN`;
  test(`a project token is issued into a CI/CD variable, from the page of a component, ${run.name}`, async ({
    page,
    record,
  }) => {
    const look = await run.begin(page);
    const dialog = await openForm(page, hand, 'payments-api');
    await look(dialog, 'issue-1-form');
    await hand.enter(dialog);
    await hand.leave(dialog, buttonOf(dialog, 'Cancel'));
    await expect(openerOf(page)).toBeFocused();

    await hand.press(openerOf(page));
    await hand.press(buttonOf(dialog, 'Show the plan'));
    await expect(dialog).toContainText('Choose at least one scope.');
    await look(dialog, 'issue-2-what-is-missing');
    await fillIn(dialog, hand, name);
    await expect(dialog.getByLabel('Owner')).toHaveValue(
      'example-org/payments/api',
    );
    await fillInVariable(dialog, hand, key);
    await hand.press(buttonOf(dialog, 'Show the plan'));
    await expect(dialog).toContainText('What will be made');
    await hand.enter(dialog);
    await look(dialog, 'issue-3-plan');
    await hand.press(buttonOf(dialog, 'Back'));
    await expect(dialog.getByLabel('Key')).toHaveValue(key);
    await hand.press(buttonOf(dialog, 'Show the plan'));
    await hand.press(buttonOf(dialog, 'Issue now'));
    await expect(dialog).toContainText(`“${name}” was issued and delivered`);
    await hand.enter(dialog);
    await look(dialog, 'issue-4-result');
    await hand.leave(dialog, buttonOf(dialog, 'Close'));
    await expect(openerOf(page)).toBeFocused();
    await expect(
      page.getByRole('button', { name: `Actions for ${name}`, exact: true }),
    ).toBeVisible();

    const [token, ...others] = await tokensNamed(name);
    expect(others).toEqual([]);
    const variables = await emulatedVariables();
    expect(variables.find(it => it.key === key)).toMatchObject({
      projectId: 21,
      value: token.value,
      masked: true,
      protected: true,
    });
    expect((await record.answers()).join()).not.toContain(token.value);
  });
}

for (const run of runs) {
  const { hand, number } = run;
  const name = `shown once, ${number}`;
  test(`a value that is shown once leaves nothing behind in the browser, ${run.name}`, async ({
    page,
    record,
  }) => {
    const look = await run.begin(page);
    const dialog = await openForm(page, hand, 'payments-web');
    await fillIn(dialog, hand, name);
    await hand.choose(dialog.getByLabel('Shown once, to you, here'));
    await hand.press(buttonOf(dialog, 'Show the plan'));
    await hand.press(buttonOf(dialog, 'Issue now'));
    const show = buttonOf(dialog, 'Show the value now');
    await expect(show).toBeVisible({ timeout: 60_000 });
    await hand.enter(dialog);
    await look(dialog, 'reveal-1-before');
    await hand.press(show);
    const [{ value }] = await tokensNamed(name);
    const field = dialog.getByLabel('Value', { exact: true });
    await expect(field).not.toHaveValue(value);
    await look(dialog, 'reveal-2-hidden');
    await hand.press(dialog.getByRole('button', { name: 'Show', exact: true }));
    await expect(field).toHaveValue(value);
    await expect(dialog).toContainText(`“${name}” was issued and delivered`);
    await hand.enter(dialog);
    await look(dialog, 'reveal-3-shown');
    // It cannot be shown again, so a key that is pressed too fast does not close it.
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue(value);
    await hand.press(buttonOf(dialog, 'Close'));
    await expect(dialog).toBeHidden();
    await expect(openerOf(page)).toBeFocused();

    expect(await remains(page)).not.toContain(value);
    await page.goBack();
    await page.goForward();
    expect(await remains(page)).not.toContain(value);
    expect(record.requests.filter(it => it.includes(value))).toEqual([]);
    const answers = await record.answers();
    expect(answers.filter(it => it.includes(value))).toHaveLength(1);

    await page.goto('/gitlab-tokens/activity');
    await hand.press(
      page
        .getByRole('row')
        .or(page.getByRole('listitem'))
        .filter({ hasText: name })
        .getByRole('button', { name: /^Show operation/ }),
    );
    await expect(page.getByRole('dialog')).toContainText('was issued');
    await expect(
      page.getByRole('button', { name: named('Show the value now') }),
    ).toBeHidden();
  });
}
