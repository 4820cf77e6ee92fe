import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openSopsFile } from '.';
import { errorOf } from './__fixtures__/example';
import { Workplace } from './__fixtures__/programs';

const MEGABYTE = 1024 * 1024;
const HEAP_MEGABYTES = 256;

describe('a hostile file is refused in bounded time and memory', () => {
  const workplace = new Workplace();
  const write = (name: string, text: string | Buffer) => {
    workplace.write(join('sops', name), text);
  };
  const level = (name: string, below: string) =>
    `${name}: &${name} [${Array(9).fill(`*${below}`).join(', ')}]\n`;

  /** What comes of opening each, in a process whose memory is limited. */
  async function openAll(files: string[]) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      `--max-old-space-size=${HEAP_MEGABYTES}`,
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      require.resolve('./__fixtures__/openFile'),
      join(workplace.directory, 'sops'),
      ...files,
    ]);
    return stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
  }

  beforeAll(() => {
    const directory = join(workplace.directory, 'sops');
    mkdirSync(join(directory, 'folder'), { recursive: true });
    write('large', Buffer.alloc(5 * MEGABYTE + 1, '#'));
    write('huge', '');
    truncateSync(join(directory, 'huge'), 2048 * MEGABYTE);
    workplace.write('outside', 'sops: {}\n');
    symlinkSync('../outside', join(directory, 'link'));
    symlinkSync('/dev/zero', join(directory, 'zero'));
    symlinkSync('loop', join(directory, 'loop'));
    execFileSync('mkfifo', [join(directory, 'pipe')]);
    write('binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xfe]));
    write('controls', 'a: "\u0000\u0001"\n');
    write('nested', `a: ${'['.repeat(10_000)}`);
    write(
      'indented',
      Array.from({ length: 2500 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
    );
    const names = [...'abcdefghi'];
    write(
      'laughs',
      `a: &a [lol]\n${names
        .slice(1)
        .map((name, n) => level(name, names[n]))
        .join('')}`,
    );
    write('commas', `a: [${','.repeat(5 * MEGABYTE - 10)}`);
    write('keys', 'k: v\n'.repeat(MEGABYTE - 10));
    write('comments', '#\n'.repeat(2 * MEGABYTE));
    write('word', `a: ${'b'.repeat(5 * MEGABYTE - 10)}`);
  });

  afterAll(() => workplace.remove());

  it('whatever is in it, and whatever it is', async () => {
    const expected: { [file: string]: string } = {
      large: 'FILE_TOO_LARGE',
      huge: 'FILE_TOO_LARGE',
      link: 'PATH_OUTSIDE_DIRECTORY',
      zero: 'PATH_OUTSIDE_DIRECTORY',
      '../outside': 'PATH_OUTSIDE_DIRECTORY',
      '/dev/zero': 'PATH_OUTSIDE_DIRECTORY',
      loop: 'FILE_UNREADABLE',
      ['long'.repeat(100)]: 'FILE_UNREADABLE',
      folder: 'NOT_A_REGULAR_FILE',
      pipe: 'NOT_A_REGULAR_FILE',
      binary: 'NOT_YAML',
      controls: 'UNSUPPORTED_YAML',
      nested: 'UNSUPPORTED_YAML',
      indented: 'UNSUPPORTED_YAML',
      laughs: 'UNSUPPORTED_YAML',
      commas: 'FILE_TOO_LARGE',
      keys: 'FILE_TOO_LARGE',
      comments: 'FILE_TOO_LARGE',
      word: 'NOT_A_SOPS_FILE',
    };
    const results = await openAll(Object.keys(expected));
    const { megabytes } = results.pop();
    const codes = results.map(({ file, code }) => [file, code]);
    expect(Object.fromEntries(codes)).toEqual(expected);
    // The process itself takes some 100 MB, and a busy machine its time.
    expect(megabytes).toBeLessThan(HEAP_MEGABYTES + 400);
    for (const { file, milliseconds } of results) {
      expect({ file, isSlow: milliseconds > 15_000 }).toEqual({
        file,
        isSlow: false,
      });
    }
  }, 120_000);

  // Linux says that these files are empty.
  const status = '/proc/self/status';
  (existsSync(status) ? describe : describe.skip)('of the kernel', () => {
    it('that holds more than it says, as one that grows', async () => {
      const error = await errorOf(openSopsFile(status));
      expect(error.code).toBe('FILE_UNREADABLE');
    });
  });
});
