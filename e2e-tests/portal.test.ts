import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BrowserContext, Page, expect, test } from '@playwright/test';
import {
  clearFaults,
  dropAllRequests,
  emulatedTokens,
  setClock,
} from './emulator';
import { BrowserRecord, card, open, refresh } from './portalPage';
import { hasSops, replaceToken } from './sops';
import {
  StartedPortal,
  demoDirectory,
  demoFiles,
  listeningPorts,
  repository,
} from './StartedPortal';

test.describe.configure({ mode: 'serial' });

let portal: StartedPortal;
let context: BrowserContext;
let page: Page;
let record: BrowserRecord;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  // Something that --reset has to undo.
  const sops = path.join(demoDirectory, 'sops');
  mkdirSync(sops, { recursive: true });
  writeFileSync(path.join(sops, 'dev.enc.yaml'), 'changed: true\n');
  writeFileSync(path.join(demoDirectory, 'beginning.json'), '{}');
  portal = new StartedPortal({ args: ['--reset'] });
  await portal.untilReady();
  context = await browser.newContext();
  record = new BrowserRecord(context);
  page = await context.newPage();
});

test.afterAll(async () => {
  await context?.close();
  await portal?.end('SIGINT');
});

test('npm start -- --reset begins with the SOPS files as they are shipped', () => {
  for (const name of ['local', 'dev', 'qa']) {
    const file = `${name}.enc.yaml`;
    expect(readFileSync(path.join(demoDirectory, 'sops', file))).toEqual(
      readFileSync(path.join(repository, 'sops', file)),
    );
  }
});

test('a guest sees which token each environment runs on', async () => {
  await open(page, '/gitlab-tokens');

  const local = card(page, 'Local development');
  await expect(local).toContainText('Active');
  await expect(local).toContainText('This portal');
  await expect(local).toContainText('personal access token');
  await expect(local).toContainText('Backstage (localhost)');
  for (const scope of [
    'read_user',
    'read_api',
    'read_repository',
    'write_repository',
  ]) {
    await expect(local).toContainText(scope);
  }

  const dev = card(page, 'Development');
  await expect(dev).toContainText('Expiring');
  await expect(dev).toContainText('12 days left');
  await expect(dev).toContainText('group access token');
  await expect(dev).toContainText('example-org');

  await expect(page.getByRole('article', { name: /./ })).toHaveCount(3);
});

test('what is wrong with a token is said in words', async () => {
  const qa = card(page, 'Quality assurance');
  await expect(qa).toContainText('Active');
  await expect(qa).toContainText(
    'The token lacks write_repository, which the configuration declares.',
  );
  await expect(qa).toContainText(
    'The role is Maintainer; Developer is declared.',
  );
  await expect(page.getByRole('status')).toContainText(
    '2 of 3 environments need attention',
  );
});

test('the page of a component says which environments reach its project', async () => {
  await open(page, '/catalog/default/component/payments-api');
  await expect(page.getByText('GitLab tokens of the portal')).toBeVisible();
  await expect(
    page.getByText('example-org/payments/api').first(),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Details of Development' }),
  ).toBeVisible();
});

test('a token that expires is shown as expired after a refresh', async () => {
  await open(page, '/gitlab-tokens');
  const dev = (await emulatedTokens()).find(
    token => token.value === 'glpat-demo-dev-not-a-secret',
  );
  await setClock(`${dev?.expiresAt}T00:00:01Z`);
  await refresh(page);
  await expect(card(page, 'Development')).toContainText('Expired');
  await expect(card(page, 'Local development')).toContainText('Active');

  await setClock(null);
  await refresh(page);
  await expect(card(page, 'Development')).toContainText('12 days left');
});

test('a token that is replaced with sops is picked up while the portal runs', async () => {
  test.skip(!hasSops, 'there is no sops program for this platform');
  replaceToken('qa.enc.yaml', 'glpat-demo-dev-not-a-secret');
  // The file is watched: loading the page again is enough, nobody presses Refresh.
  await expect(async () => {
    await open(page, '/gitlab-tokens');
    await expect(card(page, 'Quality assurance')).toContainText(
      '12 days left',
      { timeout: 3000 },
    );
  }).toPass({ timeout: 60_000 });
  await expect(card(page, 'Quality assurance')).toContainText(
    'The token is called “Backstage (dev.portal.example.com)”',
  );
});

test('a GitLab that does not answer leaves what was last seen', async () => {
  await dropAllRequests();
  await refresh(page);
  for (const title of [
    'Local development',
    'Development',
    'Quality assurance',
  ]) {
    await expect(card(page, title)).toContainText('Unreachable');
  }
  await expect(card(page, 'Local development')).toContainText('aiko.tanaka');
  await expect(card(page, 'Development')).toContainText('12 days left');

  await clearFaults();
  await refresh(page);
  await expect(card(page, 'Local development')).toContainText('Active');
});

test('no token value reaches the browser, the logs or the database', async () => {
  const values = (await emulatedTokens()).map(({ value }) => value);
  expect(values.length).toBeGreaterThan(3);
  const answers = (await record.answers()).join('\n');
  // The plugin's own answers are among them.
  expect(answers).toContain('"observedAt"');
  const places = new Map<string, string | Buffer>([
    ['the page', await page.content()],
    ['the answers', answers],
    ['the terminal', portal.output],
    ...demoFiles('logs'),
    ...demoFiles('db'),
  ]);
  expect(places.size).toBeGreaterThan(6);
  const leaks = [...places].flatMap(([place, content]) =>
    values
      .filter(value => content.includes(value))
      .map(value => `${value} in ${place}`),
  );
  expect(leaks).toEqual([]);
});

test('the browser reported no error', () => {
  expect(record.errors).toEqual([]);
});

test('Ctrl-C ends everything and frees the ports', async () => {
  expect(await portal.end('SIGINT')).toBe(0);
  expect(await listeningPorts()).toEqual([]);
});

test('the next start continues where the demo stood, and even a kill leaves nothing behind', async () => {
  test.skip(!hasSops, 'there is no sops program for this platform');
  portal = new StartedPortal();
  await portal.untilReady();
  await open(page, '/gitlab-tokens');
  await expect(card(page, 'Quality assurance')).toContainText(
    'The token is called “Backstage (dev.portal.example.com)”',
  );
  await portal.end('SIGKILL');
  await expect.poll(listeningPorts, { timeout: 15_000 }).toEqual([]);
});
