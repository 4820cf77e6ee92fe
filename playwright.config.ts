import { defineConfig } from '@playwright/test';
import { browserArguments, findChromium } from './scripts/chromium.mjs';

const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

// Pictures of everything are taken by the tests themselves, in more appearances than they are run in otherwise.
const takesAll = Boolean(process.env.SCREENSHOTS_OF_ALL);

export default defineConfig({
  testDir: './e2e-tests',
  testMatch: process.env.SCREENSHOTS ? '*.screenshots.ts' : '*.test.ts',
  outputDir: './e2e-test-report/results',
  // The portal has fixed ports: there is one at a time.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  grep: takesAll ? /px wide$/ : undefined,
  timeout: takesAll ? 900_000 : 120_000,
  expect: { timeout: 20_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    baseURL: 'http://localhost:3000',
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1360, height: 1000 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: browserArguments,
    },
  },
});
