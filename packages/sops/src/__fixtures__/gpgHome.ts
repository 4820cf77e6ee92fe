import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A home of GnuPG of its own, with its own agent. */
export interface GpgHome {
  /** What a program needs in its environment to use it. */
  readonly environment: { readonly PATH: string; readonly GNUPGHOME: string };
  /** Runs `gpg` in it. */
  gpg(args: readonly string[], input?: string | Buffer): string;
  /** Ends the agent, which forgets all passphrases. */
  endAgent(): void;
  remove(): void;
}

/** `undefined`, with a printed message, where GnuPG is not installed. */
export function makeGpgHome(): GpgHome | undefined {
  // The agent's socket is in it, and a socket's path has at most 108 bytes.
  const parent = existsSync('/tmp') ? '/tmp' : tmpdir();
  const directory = mkdtempSync(join(parent, 'gpg-'));
  const environment = {
    PATH: process.env.PATH ?? '',
    GNUPGHOME: directory,
  };
  const run = (program: string, args: readonly string[], input = Buffer.of()) =>
    execFileSync(program, args, {
      env: environment,
      input,
      stdio: ['pipe', 'pipe', 'ignore'],
    }).toString('utf8');
  try {
    run('gpg', ['--version']);
  } catch {
    rmSync(directory, { recursive: true });
    process.stderr.write(
      'GnuPG is not installed here: the tests with PGP keys are skipped.\n',
    );
    return undefined;
  }
  const endAgent = () => {
    run('gpgconf', ['--kill', 'gpg-agent']);
  };
  return {
    environment,
    gpg: (args, input) =>
      run('gpg', ['--batch', '--quiet', ...args], Buffer.from(input ?? '')),
    endAgent,
    remove() {
      endAgent();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
