import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

const pathOf = (file: string) => path.join(demoDirectory, 'sops', file);

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

// Whose private half is nowhere
const somebodyElse =
  'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

function sops(...args: string[]): void {
  execFileSync(program, args, {
    cwd: repository,
    stdio: 'ignore',
    env: environment,
  });
}

/** From now on only somebody else can open the file. */
export function lockFile(file: string): void {
  const [ours] = readFileSync(pathOf(file), 'utf8').match(/age1[a-z0-9]{58}/)!;
  sops(
    'rotate',
    '-i',
    '--add-age',
    somebodyElse,
    '--rm-age',
    ours,
    pathOf(file),
  );
}

/** The file no longer holds a GitLab token. */
export function removeToken(file: string): void {
  sops('unset', pathOf(file), place);
}

/** Somebody changed the file without sops. */
export function breakFile(file: string): void {
  const text = readFileSync(pathOf(file), 'utf8');
  writeFileSync(
    pathOf(file),
    text.replace(/host: .*/, 'host: elsewhere.example.com'),
  );
}

/** Remembers files as they are; what comes back brings them back. */
export function keepFiles(files: string[]): () => void {
  const kept = files.map(
    file => [pathOf(file), readFileSync(pathOf(file))] as const,
  );
  return () => kept.forEach(([file, content]) => writeFileSync(file, content));
}
