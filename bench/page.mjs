import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MeasuredBackend } from './backend.mjs';
import { startBrowser } from './pageBrowser.mjs';
import { measurePageReady } from './pageReady.mjs';
import { measurePageTable } from './pageTable.mjs';
import { measurePageWeight } from './pageWeight.mjs';
import { buildApp } from './pageApps.mjs';
import { serveApp } from './pageServer.mjs';

async function buildApps(tools, directory) {
  const build = name =>
    buildApp(tools, {
      directory: path.join(directory, name),
      withPlugin: name === 'with',
    });
  return { with: await build('with'), without: await build('without') };
}

async function withServedApp(directory, work) {
  const server = await serveApp(directory);
  try {
    return await work();
  } finally {
    await server.stop();
  }
}

async function measure({ tools, browser, backend, apps }) {
  const kept = [await measurePageWeight(browser, apps)];
  await withServedApp(apps.with, async () => {
    kept.push(
      await measurePageReady(browser),
      await measurePageTable({ tools, browser, backend }),
    );
  });
  return kept.every(Boolean);
}

/** The job would find nothing of what is put into the inventory here, and remove it. */
function withoutInventoryJob(tools) {
  const never = {
    frequency: { hours: 24 },
    initialDelay: { hours: 24 },
    timeout: { minutes: 10 },
  };
  return {
    ...tools,
    environment: {
      ...tools.environment,
      APP_CONFIG_gitlabTokens_inventory_schedule: JSON.stringify(never),
    },
  };
}

/** The page in a browser: the frontend as it is built for production, the demo's backend, the emulated GitLab. */
export async function measurePage(tools) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'gitlab-tokens-page-'));
  const backend = new MeasuredBackend(withoutInventoryJob(tools));
  let browser;
  try {
    // First: the builds take minutes, and would be for nothing without a browser.
    browser = await startBrowser();
    const apps = await buildApps(tools, directory);
    await backend.start();
    await backend.get('gitlab-tokens/environments?fresh=true');
    return await measure({ tools, browser, backend, apps });
  } finally {
    await browser?.close();
    await backend.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
