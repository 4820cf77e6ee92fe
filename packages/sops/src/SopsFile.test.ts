import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAX_SOPS_FILE_BYTES, openSopsFile, SopsFile, SopsText } from '.';
import {
  errorOf,
  everythingShown,
  exampleData,
  exampleIdentities,
  exampleText,
} from './__fixtures__/example';

describe('openSopsFile', () => {
  let root: string;
  let directory: string;
  const open = (path: string) =>
    openSopsFile(path, { directory, identities: exampleIdentities() });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sops-file-'));
    directory = join(root, 'sops');
    mkdirSync(directory);
    writeFileSync(join(directory, 'dev.enc.yaml'), exampleText);
    writeFileSync(join(root, 'outside.enc.yaml'), exampleText);
  });

  afterEach(() => rmSync(root, { recursive: true }));

  it('opens a file by its path inside the directory', async () => {
    const file = await open('dev.enc.yaml');

    expect(file).toBeInstanceOf(SopsFile);
    expect(file).toBeInstanceOf(SopsText);
    expect(file.data).toEqual(exampleData);
    expect(file.path).toBe(join(directory, 'dev.enc.yaml'));
    expect(file.digest).toBe(
      createHash('sha256').update(exampleText).digest('hex'),
    );
    expect(JSON.parse(JSON.stringify(file))).toEqual({
      path: file.path,
      digest: file.digest,
      metadata: file.metadata,
    });
    expect(everythingShown(file)).not.toContain('canary');
    expect((await open(join(directory, 'dev.enc.yaml'))).data).toEqual(
      exampleData,
    );
  });

  it('follows symbolic links that stay inside, as mounted secrets have them', async () => {
    mkdirSync(join(directory, '..data_1'));
    writeFileSync(join(directory, '..data_1', 'qa.enc.yaml'), exampleText);
    symlinkSync('..data_1', join(directory, '..data'));
    symlinkSync('..data/qa.enc.yaml', join(directory, 'qa.enc.yaml'));
    symlinkSync(directory, join(root, 'linked'));

    expect((await open('qa.enc.yaml')).data).toEqual(exampleData);
    const linked = await openSopsFile('qa.enc.yaml', {
      directory: join(root, 'linked'),
      identities: exampleIdentities(),
    });
    expect(linked.data).toEqual(exampleData);
  });

  it('leaves any path open to a caller who names no directory', async () => {
    const file = await openSopsFile(join(root, 'outside.enc.yaml'), {
      identities: exampleIdentities(),
    });
    expect(file.data).toEqual(exampleData);
  });

  it.each([
    ['outside.enc.yaml through ..', '../outside.enc.yaml'],
    ['an absolute path', '/etc/hostname'],
    ['the directory itself', '.'],
    ['a path that does not exist', '../nothing.enc.yaml'],
    ['a directory of a similar name', '../sops-other/x.enc.yaml'],
  ])('refuses what is outside: %s', async (_what, path) => {
    const error = await errorOf(open(path));
    expect(error).toMatchObject({ code: 'PATH_OUTSIDE_DIRECTORY', file: path });
  });

  it('refuses a symbolic link that leads outside, of file or of directory', async () => {
    symlinkSync('../outside.enc.yaml', join(directory, 'link.enc.yaml'));
    symlinkSync('..', join(directory, 'up'));
    for (const path of ['link.enc.yaml', 'up/outside.enc.yaml']) {
      const error = await errorOf(open(path));
      expect(error.code).toBe('PATH_OUTSIDE_DIRECTORY');
    }
  });

  it('tells what is wrong with a file', async () => {
    mkdirSync(join(directory, 'folder'));
    execFileSync('mkfifo', [join(directory, 'pipe')]);
    writeFileSync(join(directory, 'large'), '');
    truncateSync(join(directory, 'large'), MAX_SOPS_FILE_BYTES + 1);
    writeFileSync(join(directory, 'binary'), Buffer.from([0x61, 0xff, 0xfe]));
    writeFileSync(join(directory, 'clear.yaml'), 'token: glpat-canary-clear\n');

    for (const [path, code] of [
      ['nothing', 'FILE_NOT_FOUND'],
      ['dev.enc.yaml/below', 'FILE_NOT_FOUND'],
      ['folder', 'NOT_A_REGULAR_FILE'],
      ['pipe', 'NOT_A_REGULAR_FILE'],
      ['large', 'FILE_TOO_LARGE'],
      ['binary', 'NOT_YAML'],
      ['clear.yaml', 'NOT_A_SOPS_FILE'],
    ]) {
      const error = await errorOf(open(path));
      expect(error).toMatchObject({ code, file: path });
      expect(error.message.startsWith(`${path}: `)).toBe(true);
    }
  });

  it('names the file in errors about its content, and keeps where they came from', async () => {
    writeFileSync(
      join(directory, 'bad.enc.yaml'),
      exampleText.replace(/token: ENC.*/, 'token: glpat-canary-pasted'),
    );
    const error = await errorOf(open('bad.enc.yaml'));
    expect(error).toMatchObject({
      code: 'VALUE_IN_CLEAR',
      file: 'bad.enc.yaml',
      path: 'integrations.gitlab[0].token',
    });
    expect(error.message).toContain('bad.enc.yaml: the value at integrations');
    expect(error.stack).toContain('#readScalar');
  });

  // Root may read everything.
  (process.getuid?.() === 0 ? describe.skip : describe)('as a user', () => {
    it('tells a file it may not read', async () => {
      chmodSync(join(directory, 'dev.enc.yaml'), 0);
      const error = await errorOf(open('dev.enc.yaml'));
      expect(error.code).toBe('FILE_UNREADABLE');
      expect(error.message).toContain('EACCES');
    });
  });
});
