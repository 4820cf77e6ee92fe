import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';

const namesOnLinux = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** How a browser is started here: as root in a container, without a graphics card, and asking for nothing by itself. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What to do where there is none. */
export const chromiumRemedy =
  'Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH to its path.';

function onLinux() {
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  return [...onPath, '/usr/bin', '/snap/bin']
    .filter(path.isAbsolute)
    .flatMap(folder => namesOnLinux.map(name => path.join(folder, name)));
}

function onWindows() {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map(name => process.env[name])
    .filter(Boolean)
    .map(folder =>
      path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    );
}

/** The path of an installed Chromium or Chrome: CHROMIUM_PATH where it is set, else on PATH and in the usual places. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    return existsSync(named) ? named : undefined;
  }
  const places = { win32: onWindows, darwin: () => onMac }[process.platform];
  return (places ?? onLinux)().find(place => existsSync(place));
}

/**
 * The same, for what cannot do without.
 *
 * @param purpose - what it is needed for, as the subject of a sentence
 * @throws Failure that says how to get one
 */
export function requireChromium(purpose) {
  const found = findChromium();
  if (found) {
    return found;
  }
  const named = process.env.CHROMIUM_PATH;
  const problem = named
    ? `CHROMIUM_PATH names ${named}, which does not exist`
    : 'none was found';
  throw new Failure(
    `${purpose} needs a Chromium or Chrome, and ${problem}. ${chromiumRemedy}`,
  );
}
