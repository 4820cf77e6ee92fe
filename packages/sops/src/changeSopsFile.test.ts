import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { changeSopsFile, changeSopsText } from '.';
import { errorOf, everythingShown, exampleText } from './__fixtures__/example';
import { lineDiff } from './__fixtures__/lineDiff';
import { startWriter } from './__fixtures__/startWriter';
import {
  ExampleFile,
  broker,
  brokerOf,
  change,
} from './__testUtils__/ExampleFile';

const example = new ExampleFile();

describe('changing a file', () => {
  it('replaces it by one that differs in three lines, and leaves nothing beside it', async () => {
    const file = await example.open();
    const result = await change(file);

    expect(brokerOf(result)).toBe('new');
    expect(result.path).toBe(file.path);
    expect(result.digest).not.toBe(file.digest);
    const text = readFileSync(example.path, 'utf8');
    expect(text).toBe(result.text);
    const { removed, added } = lineDiff(exampleText, text);
    expect([removed.length, added.length]).toEqual([3, 3]);
    expect(readdirSync(example.directory)).toEqual(['dev.enc.yaml']);
    expect((await example.open()).digest).toBe(result.digest);
    expect(brokerOf(await example.open())).toBe('new');
    expect(everythingShown(result)).not.toContain('canary');
  });

  it('can be repeated on the result, not on what was opened first', async () => {
    const first = await example.open();
    const second = await change(first, 'two');
    await change(second, 'three');
    for (const stale of [first, second]) {
      const error = await errorOf(change(stale, 'four'));
      expect(error).toMatchObject({
        code: 'FILE_CHANGED',
        file: 'dev.enc.yaml',
      });
    }
    expect(brokerOf(await example.open())).toBe('three');
    expect(readdirSync(example.directory)).toEqual(['dev.enc.yaml']);
  });

  it('refuses a file that was changed, replaced or removed since it was opened', async () => {
    const file = await example.open();
    const other = (await changeSopsText(file, { remove: broker })).text;
    for (const meddle of [
      () => writeFileSync(example.path, `${exampleText}\n`),
      () => writeFileSync(example.path, other),
      () => writeFileSync(example.path, ''),
    ]) {
      meddle();
      const before = readFileSync(example.path, 'utf8');
      expect((await errorOf(change(file))).code).toBe('FILE_CHANGED');
      expect(readFileSync(example.path, 'utf8')).toBe(before);
    }
    rmSync(example.path);
    expect((await errorOf(change(file))).code).toBe('FILE_NOT_FOUND');
    expect(readdirSync(example.directory)).toEqual([]);
  });

  it('accepts a file that was written again with the same content', async () => {
    const file = await example.open();
    rmSync(example.path);
    writeFileSync(example.path, exampleText);
    expect(brokerOf(await change(file))).toBe('new');
  });

  it('keeps the mode', async () => {
    for (const mode of [0o600, 0o640, 0o664, 0o777]) {
      chmodSync(example.path, mode);
      await change(await example.open(), `mode ${mode}`);
      expect(statSync(example.path).mode & 0o7777).toBe(mode);
    }
  });

  it('replaces what a symbolic link leads to, and keeps the link', async () => {
    mkdirSync(join(example.directory, 'real'));
    writeFileSync(join(example.directory, 'real', 'file.yaml'), exampleText);
    symlinkSync('real/file.yaml', join(example.directory, 'link.enc.yaml'));

    const result = await change(await example.open('link.enc.yaml'));
    expect(readlinkSync(join(example.directory, 'link.enc.yaml'))).toBe(
      'real/file.yaml',
    );
    expect(
      lstatSync(join(example.directory, 'real', 'file.yaml')).isFile(),
    ).toBe(true);
    expect(
      readFileSync(join(example.directory, 'real', 'file.yaml'), 'utf8'),
    ).toBe(result.text);
    expect(readdirSync(join(example.directory, 'real'))).toEqual(['file.yaml']);
  });

  it('does not follow a link that leads out of the directory meanwhile', async () => {
    const file = await example.open();
    writeFileSync(join(example.root, 'outside.yaml'), exampleText);
    rmSync(example.path);
    symlinkSync('../outside.yaml', example.path);
    expect((await errorOf(change(file))).code).toBe('PATH_OUTSIDE_DIRECTORY');
    expect(readFileSync(join(example.root, 'outside.yaml'), 'utf8')).toBe(
      exampleText,
    );
  });

  it('touches nothing when the change itself is refused', async () => {
    const file = await example.open();
    const error = await errorOf(
      changeSopsFile(file, { set: ['clear', 'note'], to: 'canary' }),
    );
    expect(error).toMatchObject({
      code: 'VALUE_WOULD_BE_CLEAR',
      file: 'dev.enc.yaml',
    });
    expect(error.message).toMatch(/^dev\.enc\.yaml: /);
    expect(readFileSync(example.path, 'utf8')).toBe(exampleText);
    expect(readdirSync(example.directory)).toEqual(['dev.enc.yaml']);
  });
});

describe('a file that cannot be replaced', () => {
  const isRoot = process.getuid?.() === 0;
  const nobody = 65534;

  /** What comes of a change by an ordinary user, and what is in the directory then. */
  async function outcome(options: { maxFileKilobytes?: number } = {}) {
    chmodSync(example.root, 0o755);
    const writer = startWriter(example.path, {
      uid: isRoot ? nobody : undefined,
      ...options,
    });
    try {
      expect(await writer.tell('open')).toBe('opened');
      return {
        code: await writer.tell('set new'),
        files: readdirSync(example.directory),
      };
    } finally {
      await writer.kill();
    }
  }

  function giveToUser() {
    if (!isRoot) return;
    chownSync(example.path, nobody, nobody);
    chownSync(example.directory, nobody, nobody);
  }

  const untouched = { files: ['dev.enc.yaml'] };

  it.each([
    ['it is read-only', () => chmodSync(example.path, 0o444)],
    ['its directory is read-only', () => chmodSync(example.directory, 0o555)],
  ])('is refused with a clear code: %s', async (_what, protect) => {
    giveToUser();
    protect();
    expect(await outcome()).toEqual({ code: 'FILE_READ_ONLY', ...untouched });
    expect(readFileSync(example.path, 'utf8')).toBe(exampleText);
  });

  it('is refused with a clear code: there is no room', async () => {
    giveToUser();
    expect(await outcome({ maxFileKilobytes: 1 })).toEqual({
      code: 'DISK_FULL',
      ...untouched,
    });
    expect(readFileSync(example.path, 'utf8')).toBe(exampleText);
    expect(await outcome()).toEqual({ code: 'written', ...untouched });
  });

  (isRoot ? describe : describe.skip)('of another user', () => {
    it('keeps its owner, or is refused', async () => {
      chownSync(example.path, 12345, 23456);
      await change(await example.open());
      expect(statSync(example.path)).toMatchObject({ uid: 12345, gid: 23456 });

      chmodSync(example.directory, 0o777);
      chmodSync(example.path, 0o666);
      const before = readFileSync(example.path, 'utf8');
      expect(await outcome()).toEqual({
        code: 'FILE_UNWRITABLE',
        ...untouched,
      });
      expect(readFileSync(example.path, 'utf8')).toBe(before);
    });
  });
});
