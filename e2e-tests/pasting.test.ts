import { Locator, Page, expect } from '@playwright/test';
import { emulatedTokens } from './emulator';
import { Hand } from './hands';
import { named } from './names';
import { test } from './portalFixture';
import { card, open, remains } from './portalPage';
import { runs } from './runs';
import { decryptedToken, hasSops } from './sops';

/** GitLab's own form, as the dialog opens it in another tab. */
async function openGitlab(page: Page, dialog: Locator, hand: Hand) {
  const opened = page.waitForEvent('popup');
  await hand.press(dialog.getByRole('link', { name: /Open GitLab’s form/ }));
  const gitlab = await opened;
  await expect(gitlab.getByLabel('Token name')).toHaveValue(
    'Backstage (localhost)',
  );
  for (const scope of ['read_user', 'read_api', 'write_repository']) {
    await expect(gitlab.getByLabel(scope, { exact: true })).toBeChecked();
  }
  return gitlab;
}

for (const run of runs) {
  const { hand } = run;
  test(`a personal token that is made in GitLab’s own form becomes the one of local, ${run.name}`, async ({
    page,
    record,
  }) => {
    const look = await run.begin(page);
    await open(page, '/gitlab-tokens');
    const opener = page.getByRole('button', {
      name: named('Use my own token for Local development'),
    });
    const dialog = page.getByRole('dialog');
    const field = dialog.getByLabel('Token', { exact: true });
    const confirm = dialog.getByRole('button', {
      name: named('Check and use it'),
    });
    await hand.press(opener);
    await hand.enter(dialog);
    await look(dialog, 'paste-1-form');
    await hand.leave(dialog, dialog.getByRole('button', { name: 'Cancel' }));
    await expect(opener).toBeFocused();

    await hand.press(opener);
    await hand.write(field, 'glpat-of-nobody-at-all');
    await hand.press(confirm);
    await expect(field).toHaveAccessibleDescription(/GitLab/);
    await expect(field).toBeEnabled();
    await look(dialog, 'paste-2-refused');
    record.forgive(/status of 400 .*\/environments\/local\/credential$/);

    const gitlab = await openGitlab(page, dialog, hand);
    await hand.select(
      gitlab.getByLabel('User', { exact: true }),
      'Aiko Tanaka (@aiko.tanaka)',
    );
    await hand.press(gitlab.getByRole('button', { name: 'Generate token' }));
    const made = gitlab.getByLabel('Token', { exact: true });
    const value = await made.inputValue();
    await hand.carry(made, field);
    await gitlab.close();
    await expect(field).toHaveValue(value);
    await expect(field).toHaveAttribute('type', 'password');
    await hand.press(confirm);
    await expect(dialog).toContainText('local runs on your token now.', {
      timeout: 60_000,
    });
    await hand.enter(dialog);
    await look(dialog, 'paste-3-result');
    expect(await remains(page)).not.toContain(value);
    await hand.leave(dialog, dialog.getByRole('button', { name: 'Close' }));
    await expect(opener).toBeFocused();
    await expect(card(page, 'Local development')).toContainText('Active');

    const pasted = (await emulatedTokens()).find(it => it.value === value);
    expect(pasted?.revoked).toBe(false);
    // GitLab's page showed it, the backend was told it, and nothing of the portal answered with it.
    const answers = await record.answers();
    expect(answers.filter(it => it.includes(value))).toHaveLength(1);
    expect(record.requests.filter(it => it.includes(value))).toHaveLength(1);
    if (hasSops) {
      expect(decryptedToken('local.enc.yaml')).toBe(value);
    }
  });
}
