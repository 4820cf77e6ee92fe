import {
  BLOCKERS,
  PROBLEM_CODES,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';

const REPOSITORY = resolve(__dirname, '../../..');
const MANUAL = readFileSync(join(REPOSITORY, 'docs/operations.md'), 'utf8');

/** Where the codes are made with which an operation can park. */
const SOURCES = [
  'plugins/gitlab-tokens-backend/src/operations/broker',
  'plugins/gitlab-tokens-backend/src/adapters/delivery',
  'plugins/gitlab-tokens-backend/src/adapters/sops',
  'plugins/gitlab-tokens-backend/src/ports/GatewayError.ts',
  'plugins/gitlab-tokens-backend/src/ports/Escrow.ts',
  'packages/sops/src/SopsError.ts',
];

/** Codes that a request is refused with before there is an operation. */
const NOT_PARKED = ['CONFIRMATION_MISSING', 'OPERATION_IN_PROGRESS'];

function textsOf(path: string): string[] {
  const full = join(REPOSITORY, path);
  const files = /\.ts$/.test(path)
    ? [full]
    : readdirSync(full)
        .filter(name => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
        .map(name => join(full, name));
  return files.map(file => readFileSync(file, 'utf8'));
}

/** Every code with which an operation can stop. */
const CODES = [
  ...new Set(
    SOURCES.flatMap(textsOf)
      .flatMap(text => text.match(/'[A-Z]+(_[A-Z]+)+'/g) ?? [])
      .map(quoted => quoted.slice(1, -1))
      .filter(code => !NOT_PARKED.includes(code)),
  ),
];

describe('the codes with which an operation can stop', () => {
  it('are more than sixty', () => {
    expect(CODES.length).toBeGreaterThan(60);
  });

  it('stand in the manual, with what to do', () => {
    expect(CODES.filter(code => !MANUAL.includes(`\`${code}\``))).toEqual([]);
  });

  it('are known to the contract, so that they are said in every language', () => {
    const known: readonly string[] = [...PROBLEM_CODES, ...BLOCKERS];
    expect(CODES.filter(code => !known.includes(code))).toEqual([]);
  });
});
