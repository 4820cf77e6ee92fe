import { Locator, Page, expect } from '@playwright/test';

/** In the browser: what Tab stops at inside of an element, in the order of the document, and which of it has the focus. */
function stopsIn(element: Element) {
  const isShown = (it: Element) =>
    it.checkVisibility({ visibilityProperty: true }) &&
    it.getClientRects().length > 0;
  const radiosOf = (radio: HTMLInputElement) =>
    element.querySelectorAll<HTMLInputElement>(
      `input[type=radio][name="${CSS.escape(radio.name)}"]`,
    );
  const isSkipped = (it: Element) =>
    it instanceof HTMLInputElement &&
    it.type === 'radio' &&
    !it.checked &&
    [...radiosOf(it)].some(({ checked }) => checked);
  const stops = [
    ...element.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    ),
  ].filter(
    it =>
      it.tabIndex >= 0 &&
      !it.matches(':disabled, [data-test^="sentinel"]') &&
      isShown(it) &&
      !isSkipped(it),
  );
  const words = (it: Element) =>
    `${it.tagName.toLowerCase()} ${
      it.getAttribute('aria-label') ?? it.textContent ?? ''
    } ${it.id}`.trim();
  const active = document.activeElement;
  return {
    names: stops.map(words),
    focused: stops.findIndex(it => it === active),
    isInside: element.contains(active),
  };
}

/** Around the dialog, with what brings the focus back from its end to its beginning. */
function frameOf(dialog: Locator): Locator {
  return dialog.locator(
    'xpath=ancestor-or-self::*[contains(@class, "MuiDialog-root") or contains(@class, "MuiDrawer-root")]',
  );
}

/** Goes once around a dialog with Tab: it holds the focus, and everything in it is reached. */
export async function expectFocusKept(dialog: Locator): Promise<void> {
  const { keyboard } = dialog.page();
  const frame = frameOf(dialog);
  await expect
    .poll(() => frame.evaluate(it => it.contains(document.activeElement)), {
      message: 'the dialog has the focus',
    })
    .toBe(true);
  const { names } = await dialog.evaluate(stopsIn);
  const reached = new Set<number>();
  for (let presses = 0; presses < names.length + 3; presses += 1) {
    await keyboard.press('Tab');
    const { isInside } = await frame.evaluate(stopsIn);
    expect(isInside, `the dialog keeps the focus, Tab ${presses + 1}`).toBe(
      true,
    );
    reached.add((await dialog.evaluate(stopsIn)).focused);
  }
  const missed = names.filter((_, index) => !reached.has(index));
  expect(missed, 'what Tab does not reach in the dialog').toEqual([]);
  await keyboard.press('Shift+Tab');
  const { isInside } = await frame.evaluate(stopsIn);
  expect(isInside, 'the dialog keeps the focus, Shift+Tab').toBe(true);
}

/** Goes with Tab through a part of the page: everything is reached, in the order of the document, and is in sight. */
export async function expectFocusOrder(page: Page, part: Locator) {
  const order: number[] = [];
  const { names } = await part.evaluate(stopsIn);
  for (let presses = 0; presses < names.length + 60; presses += 1) {
    await page.keyboard.press('Tab');
    const { focused } = await part.evaluate(stopsIn);
    if (focused < 0 && order.length > 0) {
      break;
    }
    if (focused >= 0) {
      order.push(focused);
      await expect(page.locator(':focus'), names[focused]).toBeInViewport();
    }
  }
  expect(order.map(index => names[index])).toEqual(names);
}
