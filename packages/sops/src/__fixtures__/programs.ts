import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CreationRule } from './realSops';

/** A directory for files and programs of one test. */
export class Workplace {
  readonly directory = mkdtempSync(join(tmpdir(), 'sops-test-'));

  /** Writes a shell script that stands in for a program, and returns its path. */
  script(name: string, ...lines: string[]): string {
    return this.executable(name, ['#!/bin/sh', ...lines, ''].join('\n'));
  }

  executable(name: string, text: string): string {
    const path = this.write(name, text);
    chmodSync(path, 0o755);
    return path;
  }

  write(name: string, text: string | Buffer): string {
    const path = join(this.directory, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }

  /** A file's text; empty if there is none. */
  read(name: string): string {
    const path = join(this.directory, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  }

  /** Encrypts by a creation rule with the sops program; services in this process can answer meanwhile. */
  async encrypt(
    program: string,
    text: string,
    options: { rule: CreationRule; environment: NodeJS.ProcessEnv },
  ): Promise<string> {
    const config = this.write(
      'encrypt.json',
      JSON.stringify({ creation_rules: [options.rule] }),
    );
    const file = this.write('encrypt.yaml', text);
    const args = ['--config', config, 'encrypt', file];
    return this.run(program, args, options.environment);
  }

  /** Decrypts with the sops program. */
  async decrypt(
    program: string,
    text: string,
    environment: NodeJS.ProcessEnv,
  ): Promise<string> {
    const file = this.write('decrypt.yaml', text);
    const args = ['--config', '/dev/null', 'decrypt', file];
    return this.run(program, args, environment);
  }

  private async run(
    program: string,
    args: string[],
    environment: NodeJS.ProcessEnv,
  ): Promise<string> {
    const { stdout } = await promisify(execFile)(program, args, {
      env: { HOME: this.directory, ...environment },
    });
    return stdout;
  }

  remove() {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
