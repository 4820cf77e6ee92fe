import { test as base, expect } from '@playwright/test';
import { BrowserRecord } from './portalPage';
import { pictures } from './runs';
import { StartedPortal } from './StartedPortal';

const gracePeriod = (environment: string) =>
  `APP_CONFIG_gitlabTokens_environments_${environment}_rotation_gracePeriod_seconds`;

// Time for the pictures of what passes by, and otherwise no longer than it takes to reload the page in the middle; the
// documents show the demo as it is
const seconds = pictures ? '60' : '14';
const environment = process.env.SCREENSHOTS
  ? {}
  : { [gracePeriod('dev')]: seconds, [gracePeriod('qa')]: seconds };

/**
 * Tests that share one portal with the demo at its beginning. Each takes tokens that no other touches, and in the end
 * the browser must have reported no error.
 */
export const test = base.extend<
  { record: BrowserRecord },
  { portal: StartedPortal }
>({
  portal: [
    async ({}, use) => {
      const portal = new StartedPortal({
        args: ['--reset'],
        environment,
      });
      await portal.untilReady();
      await use(portal);
      await portal.end('SIGINT');
    },
    { scope: 'worker', auto: true, timeout: 300_000 },
  ],
  record: [
    async ({ context }, use) => {
      context.setDefaultTimeout(20_000);
      const record = new BrowserRecord(context);
      await use(record);
      expect(record.errors, 'what the browser complained about').toEqual([]);
    },
    { auto: true },
  ],
});
