import { Page, expect } from '@playwright/test';

export type Language = 'en' | 'fr' | 'ja' | 'ru';

/** How the portal looks to somebody. */
export interface Appearance {
  language: Language;
  theme: 'light' | 'dark';
  /** Of the window, in CSS pixels. */
  width: number;
}

export const languages: Language[] = ['en', 'fr', 'ja', 'ru'];

const height = 1000;

/** The appearance from the first page on. */
export async function begin(page: Page, appearance: Appearance): Promise<void> {
  const { width, ...settings } = appearance;
  await page.addInitScript(chosen => {
    // An empty page, which is where going back ends, has none
    if (!window.location.protocol.startsWith('http')) {
      return;
    }
    for (const [key, value] of Object.entries(chosen)) {
      localStorage.setItem(key, value);
    }
  }, settings);
  await page.setViewportSize({ width, height });
}

/** What the page says in the language that it is in, also to whoever does not see it: a skeleton says nothing else. */
function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.body.innerText,
      ...[...document.querySelectorAll('[aria-label]')].map(it =>
        it.getAttribute('aria-label'),
      ),
    ].join('\n'),
  );
}

/** The same as soon as nothing changes any more: what arrives late is no other language. */
async function restingWordsOf(page: Page): Promise<string> {
  let words = '';
  const isResting = async () => {
    const before = words;
    words = await wordsOf(page);
    return words === before;
  };
  await expect.poll(isResting, { intervals: [50] }).toBe(true);
  return words;
}

/**
 * Changes the language of a page that is open, as it changes when somebody chooses another one in the settings in
 * another tab of the browser. What is typed or shown stays as it is. (Another theme, or the width at which Backstage
 * turns to its view for telephones, would make it draw the page anew.)
 */
export async function speak(page: Page, language: Language): Promise<void> {
  const before = await page.evaluate(() => localStorage.getItem('language'));
  if (before === language) {
    return;
  }
  const words = await restingWordsOf(page);
  await expect(async () => {
    await page.evaluate(newValue => {
      const key = 'language';
      localStorage.setItem(key, newValue);
      window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    }, language);
    await expect.poll(() => wordsOf(page), { timeout: 5000 }).not.toBe(words);
  }).toPass();
}
