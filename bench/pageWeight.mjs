import { gzipSync } from 'node:zlib';
import { report, requireFact } from './figures.mjs';
import {
  openCatalog,
  sidebarEntry,
  untilCards,
  untilQuiet,
  withNewcomer,
} from './pageBrowser.mjs';
import { serveApp } from './pageServer.mjs';

const allowed = 60;
// A class of the chart's library, which is nowhere but in its code.
const chart = 'visx-axis';

/** What the scripts weigh that a newcomer's browser loads, in KB gzipped, and the chart among them. */
async function weigh(browser, directory, visit) {
  const server = await serveApp(directory);
  try {
    return await withNewcomer(browser, async page => {
      const scripts = new Map();
      page.on('response', response => {
        if (response.request().resourceType() === 'script') {
          scripts.set(response.url(), response.body());
        }
      });
      await visit(page);
      const bodies = await Promise.all(scripts.values());
      const total = chosen =>
        chosen
          .map(body => gzipSync(body, { level: 9 }).length / 1000)
          .reduce((sum, size) => sum + size, 0);
      const charts = bodies.filter(body => body.includes(chart));
      return {
        all: total(bodies),
        chart: total(charts),
        scripts: scripts.size,
        charts: charts.length,
      };
    });
  } finally {
    await server.stop();
  }
}

/** What the plugin adds to the scripts of a portal, up to and with the first view of its page, the chart apart. */
export async function measurePageWeight(browser, apps) {
  const without = await weigh(browser, apps.without, openCatalog);
  const before = await weigh(browser, apps.with, openCatalog);
  const after = await weigh(browser, apps.with, async page => {
    await openCatalog(page);
    await sidebarEntry(page).click();
    await untilCards(page);
    await untilQuiet(page);
  });
  const holds = report({
    figure: 'page: JavaScript of its first view, gzipped, the chart apart',
    unit: 'KB',
    value: after.all - after.chart - without.all,
    peer: { name: 'what is allowed', value: allowed },
    bound: 1,
    beforeThePage: before.all - without.all,
    chart: after.chart,
    portalWithoutThePlugin: without.all,
  });
  return (
    requireFact(
      after.charts === 1 && before.charts === 0,
      'The chart is not in a script of its own that the page alone loads, so the figure means something else',
    ) && holds
  );
}
