import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  changeSopsFile,
  changeSopsText,
  openSopsFile,
  type ChangeSopsFileOptions,
  type SopsFile,
} from '.';
import {
  errorOf,
  everythingShown,
  exampleData,
  exampleIdentities,
  exampleText,
} from './__fixtures__/example';
import { lineDiff } from './__fixtures__/lineDiff';
import { startWriter } from './__fixtures__/startWriter';

const broker = ['gitlabTokens', 'broker', 'token'];
const identities = exampleIdentities();
let root: string;
let directory: string;
let path: string;

const open = (name = 'dev.enc.yaml') =>
  openSopsFile(name, { directory, identities });
const change = (file: SopsFile, to = 'new', options?: ChangeSopsFileOptions) =>
  changeSopsFile(file, { set: broker, to }, options);
const brokerOf = ({ data }: SopsFile) =>
  (data as typeof exampleData).gitlabTokens.broker.token;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sops-change-'));
  directory = join(root, 'sops');
  path = join(directory, 'dev.enc.yaml');
  mkdirSync(directory);
  writeFileSync(path, exampleText);
});

afterEach(() => {
  chmodSync(directory, 0o700);
  rmSync(root, { recursive: true });
});

describe('changing a file', () => {
  it('replaces it by one that differs in three lines, and leaves nothing beside it', async () => {
    const file = await open();
    const result = await change(file);

    expect(brokerOf(result)).toBe('new');
    expect(result.path).toBe(file.path);
    expect(result.digest).not.toBe(file.digest);
    const text = readFileSync(path, 'utf8');
    expect(text).toBe(result.text);
    const { removed, added } = lineDiff(exampleText, text);
    expect([removed.length, added.length]).toEqual([3, 3]);
    expect(readdirSync(directory)).toEqual(['dev.enc.yaml']);
    expect((await open()).digest).toBe(result.digest);
    expect(brokerOf(await open())).toBe('new');
    expect(everythingShown(result)).not.toContain('canary');
  });

  it('can be repeated on the result, not on what was opened first', async () => {
    const first = await open();
    const second = await change(first, 'two');
    await change(second, 'three');
    for (const stale of [first, second]) {
      const error = await errorOf(change(stale, 'four'));
      expect(error).toMatchObject({
        code: 'FILE_CHANGED',
        file: 'dev.enc.yaml',
      });
    }
    expect(brokerOf(await open())).toBe('three');
    expect(readdirSync(directory)).toEqual(['dev.enc.yaml']);
  });

  it('refuses a file that was changed, replaced or removed since it was opened', async () => {
    const file = await open();
    const other = (await changeSopsText(file, { remove: broker })).text;
    for (const meddle of [
      () => writeFileSync(path, `${exampleText}\n`),
      () => writeFileSync(path, other),
      () => writeFileSync(path, ''),
    ]) {
      meddle();
      const before = readFileSync(path, 'utf8');
      expect((await errorOf(change(file))).code).toBe('FILE_CHANGED');
      expect(readFileSync(path, 'utf8')).toBe(before);
    }
    rmSync(path);
    expect((await errorOf(change(file))).code).toBe('FILE_NOT_FOUND');
    expect(readdirSync(directory)).toEqual([]);
  });

  it('accepts a file that was written again with the same content', async () => {
    const file = await open();
    rmSync(path);
    writeFileSync(path, exampleText);
    expect(brokerOf(await change(file))).toBe('new');
  });

  it('keeps the mode', async () => {
    for (const mode of [0o600, 0o640, 0o664, 0o777]) {
      chmodSync(path, mode);
      await change(await open(), `mode ${mode}`);
      expect(statSync(path).mode & 0o7777).toBe(mode);
    }
  });

  it('replaces what a symbolic link leads to, and keeps the link', async () => {
    mkdirSync(join(directory, 'real'));
    writeFileSync(join(directory, 'real', 'file.yaml'), exampleText);
    symlinkSync('real/file.yaml', join(directory, 'link.enc.yaml'));

    const result = await change(await open('link.enc.yaml'));
    expect(readlinkSync(join(directory, 'link.enc.yaml'))).toBe(
      'real/file.yaml',
    );
    expect(lstatSync(join(directory, 'real', 'file.yaml')).isFile()).toBe(true);
    expect(readFileSync(join(directory, 'real', 'file.yaml'), 'utf8')).toBe(
      result.text,
    );
    expect(readdirSync(join(directory, 'real'))).toEqual(['file.yaml']);
  });

  it('does not follow a link that leads out of the directory meanwhile', async () => {
    const file = await open();
    writeFileSync(join(root, 'outside.yaml'), exampleText);
    rmSync(path);
    symlinkSync('../outside.yaml', path);
    expect((await errorOf(change(file))).code).toBe('PATH_OUTSIDE_DIRECTORY');
    expect(readFileSync(join(root, 'outside.yaml'), 'utf8')).toBe(exampleText);
  });

  it('touches nothing when the change itself is refused', async () => {
    const file = await open();
    const error = await errorOf(
      changeSopsFile(file, { set: ['clear', 'note'], to: 'canary' }),
    );
    expect(error).toMatchObject({
      code: 'VALUE_WOULD_BE_CLEAR',
      file: 'dev.enc.yaml',
    });
    expect(error.message).toMatch(/^dev\.enc\.yaml: /);
    expect(readFileSync(path, 'utf8')).toBe(exampleText);
    expect(readdirSync(directory)).toEqual(['dev.enc.yaml']);
  });
});

describe('a file that cannot be replaced', () => {
  const isRoot = process.getuid?.() === 0;
  const nobody = 65534;

  /** What comes of a change by an ordinary user, and what is in the directory then. */
  async function outcome(options: { maxFileKilobytes?: number } = {}) {
    chmodSync(root, 0o755);
    const writer = startWriter(path, {
      uid: isRoot ? nobody : undefined,
      ...options,
    });
    try {
      expect(await writer.tell('open')).toBe('opened');
      return {
        code: await writer.tell('set new'),
        files: readdirSync(directory),
      };
    } finally {
      await writer.kill();
    }
  }

  function giveToUser() {
    if (!isRoot) return;
    chownSync(path, nobody, nobody);
    chownSync(directory, nobody, nobody);
  }

  const untouched = { files: ['dev.enc.yaml'] };

  it.each([
    ['it is read-only', () => chmodSync(path, 0o444)],
    ['its directory is read-only', () => chmodSync(directory, 0o555)],
  ])('is refused with a clear code: %s', async (_what, protect) => {
    giveToUser();
    protect();
    expect(await outcome()).toEqual({ code: 'FILE_READ_ONLY', ...untouched });
    expect(readFileSync(path, 'utf8')).toBe(exampleText);
  });

  it('is refused with a clear code: there is no room', async () => {
    giveToUser();
    expect(await outcome({ maxFileKilobytes: 1 })).toEqual({
      code: 'DISK_FULL',
      ...untouched,
    });
    expect(readFileSync(path, 'utf8')).toBe(exampleText);
    expect(await outcome()).toEqual({ code: 'written', ...untouched });
  });

  (isRoot ? describe : describe.skip)('of another user', () => {
    it('keeps its owner, or is refused', async () => {
      chownSync(path, 12345, 23456);
      await change(await open());
      expect(statSync(path)).toMatchObject({ uid: 12345, gid: 23456 });

      chmodSync(directory, 0o777);
      chmodSync(path, 0o666);
      const before = readFileSync(path, 'utf8');
      expect(await outcome()).toEqual({
        code: 'FILE_UNWRITABLE',
        ...untouched,
      });
      expect(readFileSync(path, 'utf8')).toBe(before);
    });
  });

  describe('several writers', () => {
    it('in one process: one succeeds, the others are told that the file changed', async () => {
      const files = await Promise.all(Array.from({ length: 8 }, () => open()));
      const results = await Promise.allSettled(
        files.map((file, index) => change(file, `writer ${index}`)),
      );
      const codes = results.map(result =>
        result.status === 'fulfilled' ? 'written' : result.reason.code,
      );
      expect(codes.sort()).toEqual([
        ...Array(7).fill('FILE_CHANGED'),
        'written',
      ]);
      const winner = results.find(
        ({ status }) => status === 'fulfilled',
      ) as PromiseFulfilledResult<SopsFile>;
      expect((await open()).digest).toBe(winner.value.digest);
      expect(readdirSync(directory)).toEqual(['dev.enc.yaml']);
    });

    it('in two processes: one succeeds each time, and the file is whole', async () => {
      const writers = [startWriter(path), startWriter(path)];
      try {
        for (let round = 0; round < 20; round++) {
          for (const writer of writers) {
            expect(await writer.tell('open')).toBe('opened');
          }
          const codes = await Promise.all(
            writers.map((writer, index) =>
              writer.tell(`set ${round}-by-${index}`),
            ),
          );
          const winner = codes.indexOf('written');
          expect([...codes].sort()).toEqual(['FILE_CHANGED', 'written']);
          expect(brokerOf(await open())).toBe(`${round}-by-${winner}`);
        }
      } finally {
        await Promise.all(writers.map(writer => writer.kill()));
      }
      expect(readdirSync(directory)).toEqual(['dev.enc.yaml']);
    }, 60_000);

    it('wait for each other, but not for ever', async () => {
      const file = await open();
      const lock = join(directory, '.dev.enc.yaml.lock');
      mkdirSync(lock);
      // Of another machine, where nobody knows whether that process lives.
      const mark = join(lock, 'abcdef-1-1-mark');
      writeFileSync(mark, '');
      const error = await errorOf(change(file, 'new', { patienceMs: 50 }));
      expect(error).toMatchObject({ code: 'FILE_BUSY', file: 'dev.enc.yaml' });
      expect(readdirSync(directory).sort()).toEqual([
        '.dev.enc.yaml.lock',
        'dev.enc.yaml',
      ]);

      const waiting = change(file, 'after the other');
      await sleep(100);
      rmSync(lock, { recursive: true });
      expect(brokerOf(await waiting)).toBe('after the other');
    });

    it('do not wait for a lock that nobody has touched for a minute', async () => {
      const lock = join(directory, '.dev.enc.yaml.lock');
      mkdirSync(lock);
      writeFileSync(join(lock, 'abcdef-1-1-mark'), '');
      const old = new Date(Date.now() - 61_000);
      utimesSync(join(lock, 'abcdef-1-1-mark'), old, old);
      const result = await change(await open(), 'new', { patienceMs: 50 });
      expect(brokerOf(result)).toBe('new');
      expect(readdirSync(directory)).toEqual(['dev.enc.yaml']);
    });
  });
});

describe('a writer that is killed', () => {
  const old = exampleData.gitlabTokens.broker.token;

  it('before any call of the file system leaves the old file or the new one, and the next writer tidies up', async () => {
    const outcomes: string[] = [];
    let isDone = false;
    const dieAt = async (call: number) => {
      const own = join(directory, `${call}.enc.yaml`);
      writeFileSync(own, exampleText);
      const writer = startWriter(own);
      await writer.tell('open');
      await writer.tell(`die-at ${call}`);
      const answer = await writer.tell('set new');
      if (answer === 'written') isDone = true;
      await writer.kill();
      const file = await open(`${call}.enc.yaml`);
      expect([old, 'new']).toContain(brokerOf(file));
      outcomes[call] = brokerOf(file);
      expect(brokerOf(await change(file, 'next', { patienceMs: 0 }))).toBe(
        'next',
      );
      const names = readdirSync(directory);
      expect(names.filter(name => name.startsWith(`.${call}.`))).toEqual([]);
    };
    for (let call = 1; !isDone; call += 4) {
      await Promise.all([0, 1, 2, 3].map(step => dieAt(call + step)));
    }
    expect(outcomes.length).toBeGreaterThan(20);
    expect(new Set(outcomes.slice(1))).toEqual(new Set([old, 'new']));
  }, 120_000);

  it('at any moment leaves the old file or the new one', async () => {
    const kill = async (round: number) => {
      const own = join(directory, `${round}.enc.yaml`);
      writeFileSync(own, exampleText);
      const writer = startWriter(own);
      await writer.tell('open');
      await writer.tell('loop');
      // Somewhere in the second write or a later one.
      while (readFileSync(own, 'utf8') === exampleText) await sleep(1);
      await sleep(Math.random() * 40);
      await writer.kill();
      const file = await open(`${round}.enc.yaml`);
      expect(['new', 'old']).toContain(brokerOf(file));
      expect(brokerOf(await change(file, 'next', { patienceMs: 0 }))).toBe(
        'next',
      );
      const names = readdirSync(directory);
      expect(names.filter(name => name.startsWith(`.${round}.`))).toEqual([]);
    };
    for (let round = 0; round < 12; round += 4) {
      await Promise.all([0, 1, 2, 3].map(step => kill(round + step)));
    }
  }, 60_000);
});
