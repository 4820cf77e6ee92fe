import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { inspect } from 'util';
import { anEnvironment } from '../../__testUtils__/builders';
import {
  credentialFile,
  DEMO_KEY_FILE,
  describeWithSops,
  STRANGERS_RECIPIENT,
  writeSopsFile,
} from '../../__testUtils__/sopsFiles';
import { EscrowError } from '../../ports/Escrow';
import { SopsEscrow } from './SopsEscrow';

const DEMO_RECIPIENT =
  'age1clcxgshs6vytyxhafucgtkzxeqhgv4ttuvwhxh2lnh60htrq3ynqquksjm';
const value = Secret.of('glpat-canary-sealed-31aa');
const environment = anEnvironment();

async function failureOf(work: Promise<unknown>): Promise<EscrowError> {
  const error = await work.then(
    () => undefined,
    rejection => rejection,
  );
  expect(error).toBeInstanceOf(EscrowError);
  expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(
    /canary|AGE-SECRET-KEY/,
  );
  return error;
}

describeWithSops('the escrow', () => {
  let directory: string;
  beforeEach(() => {
    process.env.SOPS_AGE_KEY_FILE = DEMO_KEY_FILE;
    directory = mkdtempSync(join(tmpdir(), 'escrow-'));
    write();
  });
  afterEach(() => {
    delete process.env.SOPS_AGE_KEY_FILE;
    rmSync(directory, { recursive: true });
  });

  function write(rule: Parameters<typeof writeSopsFile>[2] = {}) {
    const content = credentialFile({ url: 'https://gitlab.example.com' });
    writeSopsFile(join(directory, environment.file), content, rule);
  }

  /** A file that takes two keys together, so that none of its recipients may be trusted alone. */
  function writeShared() {
    const group = { age: [DEMO_RECIPIENT] };
    const rule = {
      age: DEMO_RECIPIENT,
      key_groups: [group, group],
      shamir_threshold: 2,
    };
    write(rule);
  }

  const escrow = (...recipients: string[]) =>
    new SopsEscrow({ directory, recipients });

  it('gives back what it has sealed, to who can open the file', async () => {
    const mine = escrow();
    await mine.check(environment);
    await mine.check(environment);
    const sealed = await mine.seal(environment, value);
    expect(sealed).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
    expect(sealed).not.toMatch(/canary/);
    // Another process, after a crash.
    expect((await escrow().open(sealed)).equals(value)).toBe(true);
  });

  it('seals to the configured recipients where the file has none', async () => {
    writeShared();
    const mine = escrow(DEMO_RECIPIENT);
    await mine.check(environment);
    const sealed = await mine.seal(environment, value);
    expect((await mine.open(sealed)).equals(value)).toBe(true);
  });

  it('seals to the file’s own recipients even where others are configured', async () => {
    const sealed = await escrow(STRANGERS_RECIPIENT).seal(environment, value);
    expect((await escrow().open(sealed)).equals(value)).toBe(true);
  });

  it('still seals when the file was broken after it was checked', async () => {
    const mine = escrow();
    await mine.check(environment);
    writeFileSync(join(directory, environment.file), 'broken: true\n');
    expect((await failureOf(mine.check(environment))).code).toBe(
      'ESCROW_MISSING',
    );
    const sealed = await mine.seal(environment, value);
    expect((await mine.open(sealed)).equals(value)).toBe(true);

    writeShared();
    const again = await mine.seal(environment, value);
    expect((await mine.open(again)).equals(value)).toBe(true);
    const error = await failureOf(escrow().seal(environment, value));
    expect(error.code).toBe('ESCROW_MISSING');
  });

  it.each([
    ['names nobody', []],
    ['names somebody who is no age recipient', ['somebody']],
  ])('is missing where the configuration %s', async (_, recipients) => {
    writeShared();
    const mine = escrow(...recipients);
    expect((await failureOf(mine.check(environment))).code).toBe(
      'ESCROW_MISSING',
    );
    const error = await failureOf(mine.seal(environment, value));
    expect(error.code).toBe('ESCROW_MISSING');
    expect(error.action).toMatch(/gitlabTokens\.escrow\.recipients/);
  });

  it('is locked where this process could not open what it seals', async () => {
    writeShared();
    const mine = escrow(STRANGERS_RECIPIENT);
    const error = await failureOf(mine.check(environment));
    expect(error.code).toBe('ESCROW_LOCKED');
    const sealed = await mine.seal(environment, value);
    expect((await failureOf(mine.open(sealed))).code).toBe('ESCROW_LOCKED');
  });

  it('is locked where this process cannot open the file', async () => {
    write({ age: STRANGERS_RECIPIENT });
    const error = await failureOf(escrow().check(environment));
    expect(error.code).toBe('ESCROW_LOCKED');
  });

  it('says of a damaged value that it is damaged', async () => {
    const sealed = await escrow().seal(environment, value);
    const damaged = sealed.replace(/\n[A-Za-z0-9+/]{10}/, '\nAAAAAAAAAA');
    expect(damaged).not.toBe(sealed);
    expect((await failureOf(escrow().open(damaged))).code).toBe(
      'ESCROW_INVALID',
    );
    expect((await failureOf(escrow().open(''))).code).toBe('ESCROW_INVALID');
  });
});
