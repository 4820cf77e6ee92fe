import { readFileSync } from 'node:fs';
import { Locator, Page, expect } from '@playwright/test';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  violations: {
    id: string;
    impact: string;
    nodes: {
      html: string;
      failureSummary: string;
      any: { data: { fgColor?: string; bgColor?: string } | null }[];
    }[];
  }[];
}

declare const window: Window & {
  axe?: { run(place: Element): Promise<AxeResults> };
};

// What Backstage's light theme gives every plugin for secondary text, on the background of its pages: 4.47:1
const themeColours = { fgColor: '#717171', bgColor: '#f5f5f5' };

async function load(page: Page): Promise<void> {
  if (!(await page.evaluate(() => Boolean(window.axe)))) {
    await page.evaluate(axe);
  }
}

/** Everything that axe finds wrong in a place, however grave, a line for each element. */
async function problemsIn(place: Locator): Promise<string[]> {
  await load(place.page());
  const { violations } = await place.evaluate(element =>
    window.axe!.run(element),
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes
      .filter(
        ({ any }) =>
          any[0]?.data?.fgColor !== themeColours.fgColor ||
          any[0].data.bgColor !== themeColours.bgColor,
      )
      .map(
        ({ html, failureSummary }) =>
          `${id} (${impact}): ${html.slice(0, 200)} ${failureSummary}`,
      ),
  );
}

/** In the browser: what of an element is out of sight, and cannot be scrolled into it. */
function cutOffIn(place: Element): string[] {
  const words = (it: Element) =>
    `${it.tagName.toLowerCase()} ${it.className} “${(it.textContent ?? '')
      .trim()
      .slice(0, 60)}”`;
  // For screen readers alone
  const isClipped = (it: Element) => {
    const { clip, clipPath } = getComputedStyle(it);
    return clip !== 'auto' || clipPath !== 'none';
  };
  const isShown = (it: Element) =>
    it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    it.clientWidth > 2 &&
    it.clientHeight > 2 &&
    !isClipped(it);
  const scrolls = (it: Element | null): boolean =>
    it !== null &&
    it !== document.body &&
    (['auto', 'scroll'].includes(getComputedStyle(it).overflowX) ||
      scrolls(it.parentElement));
  return [place, ...place.querySelectorAll('*:not(svg *, input, select)')]
    .filter(isShown)
    .filter(it => {
      const { overflowX, textOverflow } = getComputedStyle(it);
      // An ellipsis says that there is more, and the title what
      const isTold = textOverflow === 'ellipsis' && it.hasAttribute('title');
      const hides =
        ['hidden', 'clip'].includes(overflowX) &&
        it.scrollWidth - it.clientWidth > 1 &&
        !isTold &&
        // Its own decoration alone
        !it.matches('.MuiSwitch-root, .MuiTouchRipple-root');
      const { left, right } = it.getBoundingClientRect();
      const isOutside = left < -1 || right > window.innerWidth + 1;
      return hides || (isOutside && !scrolls(it));
    })
    .map(words);
}

/** In the browser: what is still fading or sliding around an element or in it; what turns for ever is not. */
function stillMoving(place: Element): string[] {
  return document
    .getAnimations()
    .filter(
      ({ playState, effect, timeline }) =>
        playState === 'running' &&
        // Not what follows scrolling, such as the shadows of Backstage's cards
        timeline instanceof DocumentTimeline &&
        effect instanceof KeyframeEffect &&
        effect.getComputedTiming().iterations !== Infinity &&
        (place.contains(effect.target) || effect.target?.contains(place)),
    )
    .map(({ effect }) => (effect as KeyframeEffect).target!.outerHTML)
    .map(html => html.slice(0, 200));
}

/** A place has no problem that axe knows, is not cut off and scrolls in one direction. */
export async function expectAccessible(place: Locator, what: string) {
  const page = place.page();
  // What is still fading in has not its colours yet.
  await expect
    .poll(() => place.evaluate(stillMoving), {
      message: `${what} is there`,
    })
    .toEqual([]);
  expect.soft(await problemsIn(place), what).toEqual([]);
  const surplus = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect.soft(surplus, `${what}: scrolls sideways`).toBeLessThanOrEqual(0);
  const cutOff = await place.evaluate(it => it.scrollWidth - it.clientWidth);
  expect.soft(cutOff, `${what}: is too wide`).toBeLessThanOrEqual(0);
  expect.soft(await place.evaluate(cutOffIn), `${what}: cut off`).toEqual([]);
}
