import { existsSync } from 'node:fs';
import path from 'node:path';

const onLinux = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
];
const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function onWindows() {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map(name => process.env[name])
    .filter(Boolean)
    .map(folder =>
      path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    );
}

/** The path of an installed Chromium or Chrome: CHROMIUM_PATH where it is set, else the usual places. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    return existsSync(named) ? named : undefined;
  }
  const places = { win32: onWindows(), darwin: onMac }[process.platform];
  return (places ?? onLinux).find(place => existsSync(place));
}
