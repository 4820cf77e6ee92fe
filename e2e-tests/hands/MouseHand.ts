import { Locator, expect } from '@playwright/test';
import { Hand } from './Hand';

/** Clicks. */
export class MouseHand implements Hand {
  readonly name = 'by mouse';

  async press(control: Locator): Promise<void> {
    await control.click();
  }

  async pick(opener: Locator, item: Locator): Promise<void> {
    await opener.click();
    await item.click();
  }

  async turnTo(tab: Locator): Promise<void> {
    await tab.click();
  }

  async tick(box: Locator): Promise<void> {
    await box.check();
  }

  async choose(radio: Locator): Promise<void> {
    await radio.check();
  }

  async select(field: Locator, option: string): Promise<void> {
    await field.selectOption({ label: option });
  }

  async write(field: Locator, text: string): Promise<void> {
    await field.fill(text);
  }

  async carry(from: Locator, to: Locator): Promise<void> {
    await to.fill(await from.inputValue());
  }

  async enter(dialog: Locator): Promise<void> {
    await expect(dialog).toBeVisible();
  }

  async leave(dialog: Locator, button: Locator): Promise<void> {
    await button.click();
    await expect(dialog).toBeHidden();
  }
}
