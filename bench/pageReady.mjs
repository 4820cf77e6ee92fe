import { median, report, timed } from './figures.mjs';
import {
  openCatalog,
  sidebarEntry,
  untilCards,
  untilQuiet,
  withNewcomer,
} from './pageBrowser.mjs';
import { appUrl } from './pageServer.mjs';

const runs = 5;
const allowed = 1000;

function reportReady(figure, times) {
  return report({
    figure,
    unit: 'ms',
    value: median(times),
    peer: { name: 'what is allowed', value: allowed },
    bound: 1,
    runs: times.length,
    slowest: Math.max(...times),
  });
}

/** From the click on the sidebar, or from the address, until the environments' cards can be read. */
export async function measurePageReady(browser) {
  const times = { entry: [], address: [] };
  for (let run = 0; run < runs; run++) {
    await withNewcomer(browser, async page => {
      await openCatalog(page);
      times.entry.push(
        await timed(async () => {
          await sidebarEntry(page).click();
          await untilCards(page);
        }),
      );
      await untilQuiet(page);
      times.address.push(
        await timed(async () => {
          await page.goto(`${appUrl}/gitlab-tokens`, { waitUntil: 'commit' });
          await untilCards(page);
        }),
      );
    });
  }
  const kept = [
    reportReady(
      'page: from its entry in the sidebar to its cards, never seen before',
      times.entry,
    ),
    reportReady(
      'page: from its address to its cards, the portal loaded anew',
      times.address,
    ),
  ];
  return kept.every(Boolean);
}
