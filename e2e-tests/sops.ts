import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { demoDirectory, repository } from './StartedPortal';

const program = path.join(
  repository,
  'node_modules',
  '@clef-sh',
  'sops-linux-x64',
  'bin',
  'sops',
);

export const hasSops = process.platform === 'linux' && existsSync(program);

const environment = {
  ...process.env,
  SOPS_AGE_KEY_FILE: path.join(repository, 'sops', 'demo.agekey'),
};

const place = '["integrations"]["gitlab"][0]["token"]';

/** The GitLab token in a file of the demo, as the real sops reads it. */
export function decryptedToken(file: string): string {
  return execFileSync(
    program,
    ['decrypt', '--extract', place, path.join(demoDirectory, 'sops', file)],
    { cwd: repository, env: environment, encoding: 'utf8' },
  );
}

/** What a person does with `sops edit`: puts another value in the place of the GitLab token, with the real sops. */
export function replaceToken(file: string, value: string): void {
  execFileSync(
    program,
    ['set', '--value-stdin', path.join(demoDirectory, 'sops', file), place],
    {
      cwd: repository,
      input: JSON.stringify(value),
      stdio: ['pipe', 'ignore', 'pipe'],
      env: environment,
    },
  );
}
