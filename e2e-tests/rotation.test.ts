import { expect } from '@playwright/test';
import { tokensNamed } from './emulator';
import { named } from './names';
import { test } from './portalFixture';
import { card, open } from './portalPage';
import { runs } from './runs';
import { decryptedToken, hasSops } from './sops';

const rotated = /was rotated, and the old token is revoked/;

const credentials = [
  {
    title: 'Development',
    name: 'Backstage (dev.portal.example.com)',
    file: 'dev.enc.yaml',
  },
  {
    title: 'Quality assurance',
    name: 'Backstage (qa.portal.example.com)',
    file: 'qa.enc.yaml',
  },
];

for (const run of runs) {
  const { hand, number } = run;
  const { title, name, file } = credentials[number % credentials.length];
  test(`the token of ${title} is rotated, watched over a reload, and replaces the old one, ${run.name}`, async ({
    page,
  }) => {
    const look = await run.begin(page);
    const before = await tokensNamed(name);
    const old = before.find(token => !token.revoked)!;
    await open(page, '/gitlab-tokens');
    const rotate = page.getByRole('button', {
      name: named(`Rotate the credential of ${title}`),
    });
    await hand.press(rotate);

    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: named('Rotate now') });
    const close = dialog.getByRole('button', { name: 'Close' });
    await expect(dialog).toContainText('What will be made');
    await expect(dialog).toContainText(file);
    await expect(confirm).toBeEnabled();
    await hand.enter(dialog);
    await look(dialog, 'rotate-1-plan');
    await hand.leave(dialog, dialog.getByRole('button', { name: 'Cancel' }));
    await expect(rotate).toBeFocused();
    expect(await tokensNamed(name)).toEqual(before);

    await hand.press(rotate);
    await expect(confirm).toBeEnabled();
    await hand.press(confirm);
    await expect(dialog).toContainText('until then both values work');
    await hand.enter(dialog);
    await look(dialog, 'rotate-2-waiting');
    await expect(page).toHaveURL(/operation=/);

    await page.reload();
    await expect(dialog.getByRole('list', { name: 'Steps' })).toBeVisible();
    await hand.enter(dialog);
    // Closing it does not stop it
    await hand.leave(dialog, close);
    await expect(page).not.toHaveURL(/operation=/);
    await hand.press(
      card(page, title).getByRole('link', { name: 'Operation under way' }),
    );
    await expect(dialog).toContainText(rotated, { timeout: 300_000 });
    await hand.enter(dialog);
    await look(dialog, 'rotate-3-result');
    await hand.leave(dialog, close);
    await page.goto('/gitlab-tokens/activity');
    await expect(page.getByText('Done').first()).toBeVisible();
    await look(page.getByRole('main'), 'activity');
    await page.goto('/gitlab-tokens');
    await expect(card(page, title)).toContainText(
      title === 'Development' ? '90 days left' : 'days left',
    );

    const after = await tokensNamed(name);
    expect(after).toHaveLength(before.length + 1);
    const alive = after.filter(token => !token.revoked);
    expect(alive).toHaveLength(1);
    expect(alive[0].value).not.toBe(old.value);
    expect(after.find(({ id }) => id === old.id)?.revoked).toBe(true);
    if (hasSops) {
      expect(decryptedToken(file)).toBe(alive[0].value);
    }
  });
}
