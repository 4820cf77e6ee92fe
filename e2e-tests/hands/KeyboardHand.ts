import { Locator, expect } from '@playwright/test';
import { expectFocusKept } from '../focus';
import { Hand } from './Hand';

const mostPresses = 150;

function whereIs(element: Element): 'here' | 'before' | 'after' {
  const active = document.activeElement ?? document.body;
  if (element === active) {
    return 'here';
  }
  const position = element.compareDocumentPosition(active);
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? 'before' : 'after';
}

const isFocused = (element: Element) => element === document.activeElement;

/** Presses a key until an element has the focus. */
async function pressUntilFocused(element: Locator, key: string) {
  for (let presses = 0; presses < 30; presses += 1) {
    if (await element.evaluate(isFocused)) {
      return;
    }
    await element.page().keyboard.press(key);
  }
  throw new Error(`30 presses of ${key} do not reach ${element}`);
}

/** Has keys alone: nothing is clicked, focused or filled in from outside. */
export class KeyboardHand implements Hand {
  readonly name = 'by keyboard';

  async press(control: Locator): Promise<void> {
    await this.#reach(control);
    await control.page().keyboard.press('Enter');
  }

  async pick(opener: Locator, item: Locator): Promise<void> {
    await this.press(opener);
    await expect(item).toBeVisible();
    await pressUntilFocused(item, 'ArrowDown');
    await item.page().keyboard.press('Enter');
  }

  async turnTo(tab: Locator): Promise<void> {
    const tabs = tab.locator('xpath=ancestor::*[@role="tablist"][1]');
    const selected = tabs.getByRole('tab', { selected: true });
    await this.#reach(selected);
    await pressUntilFocused(tab, 'ArrowRight');
    await tab.page().keyboard.press('Enter');
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  async tick(box: Locator): Promise<void> {
    await this.#reach(box);
    await box.page().keyboard.press('Space');
    await expect(box).toBeChecked();
  }

  async choose(radio: Locator): Promise<void> {
    const group = radio.locator('xpath=ancestor::*[@role="radiogroup"][1]');
    // What belongs to a choice may hold choices of its own
    const checked = group.getByRole('radio', { checked: true }).first();
    await this.#reach((await checked.count()) > 0 ? checked : radio);
    await pressUntilFocused(radio, 'ArrowDown');
    await expect(radio).toBeChecked();
  }

  async select(field: Locator, option: string): Promise<void> {
    await this.#reach(field);
    const { keyboard } = field.page();
    const { value, steps } = await field.evaluate((element, words) => {
      const { options, selectedOptions } = element as HTMLSelectElement;
      const choices = [...options].filter(({ disabled }) => !disabled);
      const target = choices.findIndex(({ text }) => text === words);
      return {
        value: choices[target]?.value ?? `there is no ${words}`,
        steps: target - choices.indexOf(selectedOptions[0]),
      };
    }, option);
    // Opens it; what the arrows reach is taken by Enter
    await keyboard.press('Space');
    for (let step = 0; step < Math.abs(steps); step += 1) {
      await keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    }
    await keyboard.press('Enter');
    await expect(field).toHaveValue(value);
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.#reach(field);
    const { keyboard } = field.page();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(text);
    await expect(field).toHaveValue(text);
  }

  async carry(from: Locator, to: Locator): Promise<void> {
    await this.#reach(from);
    await from.page().keyboard.press('ControlOrMeta+a');
    await from.page().keyboard.press('ControlOrMeta+c');
    await to.page().bringToFront();
    await this.#reach(to);
    await to.page().keyboard.press('ControlOrMeta+v');
  }

  async enter(dialog: Locator): Promise<void> {
    await expect(dialog).toBeVisible();
    await expectFocusKept(dialog);
  }

  async leave(dialog: Locator): Promise<void> {
    await dialog.page().keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }

  /** Tab, or Shift and Tab, until the element has the focus. */
  async #reach(element: Locator): Promise<void> {
    await expect(element).toBeVisible();
    for (let presses = 0; presses < mostPresses; presses += 1) {
      const where = await element.evaluate(whereIs);
      if (where === 'here') {
        return;
      }
      await element
        .page()
        .keyboard.press(where === 'before' ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`${mostPresses} presses of Tab do not reach ${element}`);
  }
}
