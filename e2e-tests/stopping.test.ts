import { expect } from '@playwright/test';
import {
  clearFaults,
  emulatedVariables,
  refuseVariables,
  tokensNamed,
} from './emulator';
import { buttonOf, fillIn, fillInVariable, openForm } from './issueForm';
import { named } from './names';
import { test } from './portalFixture';
import { pictures, runs } from './runs';

// By keyboard: with the mouse, resuming is two clicks
for (const run of pictures ? runs : runs.slice(1)) {
  const { hand, number } = run;
  const name = `invoices ${number}`;
  const key = `INVOICES_${number}_TOKEN`;
  test(`what GitLab refuses half way stands still, says why, and goes on when somebody resumes it, ${run.name}`, async ({
    page,
  }) => {
    const look = await run.begin(page);
    const dialog = await openForm(page, hand, 'payments-api');
    await fillIn(dialog, hand, name);
    await fillInVariable(dialog, hand, key);
    await hand.press(buttonOf(dialog, 'Show the plan'));
    await refuseVariables();
    try {
      await hand.press(buttonOf(dialog, 'Issue now'));
      await expect(dialog).toContainText(
        `It stands still at: Deliver it: CI/CD variable example-org/payments/api: ${key}`,
      );
      await expect(dialog).toContainText('Nothing is lost');
      await hand.enter(dialog);
      await look(dialog, 'stopped-1-dialog');
      await hand.leave(dialog, buttonOf(dialog, 'Close'));
    } finally {
      await clearFaults();
    }
    await page.goto('/gitlab-tokens/activity');
    const main = page.getByRole('main');
    await expect(main).toContainText('Stands still: Deliver it');
    await look(main, 'stopped-2-activity');
    const [made] = await tokensNamed(name);
    expect((await emulatedVariables()).map(it => it.key)).not.toContain(key);

    await hand.press(
      main.getByRole('button', { name: /^Show operation/ }).first(),
    );
    await hand.press(dialog.getByRole('button', { name: named('Resume') }));
    await expect(dialog).toContainText(`“${name}” was issued and delivered`);
    await hand.enter(dialog);
    await look(dialog, 'stopped-3-resumed');
    // No other token was made for it
    const tokens = await tokensNamed(name);
    expect(tokens.map(it => it.value)).toEqual([made.value]);
    const variables = await emulatedVariables();
    expect(variables.find(it => it.key === key)?.value).toBe(made.value);
  });
}
