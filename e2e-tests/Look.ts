import path from 'node:path';
import { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { Language, speak } from './appearance';

/** Looks at a place of the page as it is now, under a name. Afterwards the page is in English, as it was before. */
export type Look = (place: Locator, what: string) => Promise<void>;

/** Whatever is still moving would be judged, or drawn, half way. */
async function stopMoving(page: Page): Promise<void> {
  await page.addStyleTag({
    content:
      '*, *::before, *::after { transition: none !important; caret-color: transparent !important }',
  });
}

/** A look in several languages, each under a name of its own. */
function lookIn(languages: readonly Language[], see: Look): Look {
  return async (place, what) => {
    const page = place.page();
    await stopMoving(page);
    for (const language of languages) {
      await speak(page, language);
      await see(place, `${what}-${language}`);
    }
    await speak(page, 'en');
  };
}

/** Looks with axe, and for what is cut off. */
export function accessibilityLook(languages: readonly Language[]): Look {
  return lookIn(languages, expectAccessible);
}

/** In the browser: how much higher the window would have to be so that nothing is scrolled. */
function hiddenHeight(): number {
  const scrolled = [...document.querySelectorAll('*')]
    .filter(
      it =>
        it === document.documentElement ||
        ['auto', 'scroll'].includes(getComputedStyle(it).overflowY),
    )
    .map(it => it.scrollHeight - it.clientHeight);
  return Math.min(Math.max(0, ...scrolled), 6000);
}

/** Takes a picture of the whole page into a folder; the end of its name says what else is special about it. */
export function pictureLook(options: {
  languages: readonly Language[];
  folder: string;
  ending: string;
}): Look {
  const { languages, folder, ending } = options;
  return lookIn(languages, async (place, what) => {
    const page = place.page();
    const size = page.viewportSize()!;
    let { height } = size;
    // In a higher window something else may be scrolled
    for (let tries = 0; tries < 3; tries += 1) {
      height += await page.evaluate(hiddenHeight);
      await page.setViewportSize({ ...size, height });
    }
    await page.screenshot({
      path: path.join(folder, `${what}-${ending}.png`),
      animations: 'disabled',
    });
    await page.setViewportSize(size);
  });
}
