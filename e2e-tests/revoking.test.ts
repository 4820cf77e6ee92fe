import { Page, expect } from '@playwright/test';
import { tokensNamed } from './emulator';
import { named } from './names';
import { test } from './portalFixture';
import { open } from './portalPage';
import { pictures, runs } from './runs';

/** Of each name, whether the newest token that has it is revoked; GitLab deletes a deploy token. */
async function areRevoked(names: string[]): Promise<boolean[]> {
  const found = await Promise.all(names.map(tokensNamed));
  return found.map(group => group.at(-1)?.revoked ?? true);
}

const selected = (page: Page, name: string) =>
  page.getByRole('checkbox', { name: `Select ${name}`, exact: true });

const tokens = [
  ['portal e2e', 'ledger audit', 'data loads'],
  ['images build', 'warehouse export', 'infrastructure terraform'],
  ['payments deployments', 'tools mirror', 'api release bot'],
  ['portal deploy', 'payments packages', 'kubernetes pull'],
];

for (const run of runs) {
  const { hand, number } = run;
  const names = tokens[number];
  test(`three tokens are revoked at once, ${run.name}`, async ({ page }) => {
    const look = await run.begin(page);
    expect(await areRevoked(names)).toEqual([false, false, false]);
    await open(page, '/gitlab-tokens/tokens?environment=dev&state=active');
    for (const name of names) {
      await hand.tick(selected(page, name));
    }
    await expect(page.getByText('3 tokens selected')).toBeVisible();
    await look(page.getByRole('main'), 'tokens-selected');
    const opener = page.getByRole('button', { name: named('Revoke') });
    await hand.press(opener);

    const dialog = page.getByRole('dialog');
    await expect(dialog).toHaveAccessibleName('Revoke 3 tokens');
    const confirm = dialog.getByRole('button', {
      name: named('Revoke 3 tokens'),
    });
    const plans = dialog.getByRole('list', { name: 'What stops' });
    for (const name of names) {
      await expect(plans).toContainText(name);
    }
    await hand.enter(dialog);
    await look(dialog, 'revoke-1-plan');
    expect(await areRevoked(names)).toEqual([false, false, false]);
    await hand.press(confirm);
    await expect(
      dialog.getByRole('list', { name: 'What became of them' }),
    ).toBeVisible();
    await expect.poll(() => areRevoked(names)).toEqual([true, true, true]);
    for (const name of names) {
      await expect(dialog).toContainText(`${name}: revoked`);
    }
    await hand.enter(dialog);
    await look(dialog, 'revoke-2-results');
    await hand.leave(dialog, dialog.getByRole('button', { name: 'Close' }));
    for (const name of names) {
      await expect(selected(page, name)).toBeHidden();
    }
    // The button that opened it is gone with the selection, the place in the page is not
    await expect(page.locator('body')).not.toBeFocused();
  });
}

// It is the typing that counts
for (const run of pictures ? runs : runs.slice(1)) {
  const { hand } = run;
  test(`a credential is revoked by nobody who does not type its environment, ${run.name}`, async ({
    page,
  }) => {
    const look = await run.begin(page);
    await open(page, '/gitlab-tokens/tokens?environment=dev&state=active');
    const menu = page.getByRole('button', {
      name: 'Actions for Backstage (dev.portal.example.com)',
    });
    await hand.pick(
      menu,
      page.getByRole('menuitem', { name: named('Revoke') }),
    );
    const dialog = page.getByRole('dialog');
    const field = dialog.getByLabel('Type “dev” to confirm');
    const confirm = dialog.getByRole('button', { name: /^Revoke/ });
    await expect(confirm).toBeDisabled();
    await hand.enter(dialog);
    await look(dialog, 'revoke-3-credential');
    await hand.write(field, 'dev');
    await expect(confirm).toBeEnabled();
    await hand.leave(dialog, dialog.getByRole('button', { name: 'Cancel' }));
    await expect(menu).toBeFocused();
  });
}
