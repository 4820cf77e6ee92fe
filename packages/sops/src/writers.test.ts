import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SopsFile } from '.';
import { errorOf, exampleData, exampleText } from './__fixtures__/example';
import { startWriter } from './__fixtures__/startWriter';
import { ExampleFile, brokerOf, change } from './__testUtils__/ExampleFile';

const example = new ExampleFile();

describe('several writers', () => {
  it('in one process: one succeeds, the others are told that the file changed', async () => {
    const files = await Promise.all(
      Array.from({ length: 8 }, () => example.open()),
    );
    const results = await Promise.allSettled(
      files.map((file, index) => change(file, `writer ${index}`)),
    );
    const codes = results.map(result =>
      result.status === 'fulfilled' ? 'written' : result.reason.code,
    );
    expect(codes.sort()).toEqual([...Array(7).fill('FILE_CHANGED'), 'written']);
    const winner = results.find(
      ({ status }) => status === 'fulfilled',
    ) as PromiseFulfilledResult<SopsFile>;
    expect((await example.open()).digest).toBe(winner.value.digest);
    expect(readdirSync(example.directory)).toEqual(['dev.enc.yaml']);
  });

  it('in two processes: one succeeds each time, and the file is whole', async () => {
    const writers = [startWriter(example.path), startWriter(example.path)];
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
        expect(brokerOf(await example.open())).toBe(`${round}-by-${winner}`);
      }
    } finally {
      await Promise.all(writers.map(writer => writer.kill()));
    }
    expect(readdirSync(example.directory)).toEqual(['dev.enc.yaml']);
  }, 60_000);

  it('wait for each other, but not for ever', async () => {
    const file = await example.open();
    const lock = join(example.directory, '.dev.enc.yaml.lock');
    mkdirSync(lock);
    // Of another machine, where nobody knows whether that process lives.
    const mark = join(lock, 'abcdef-1-1-mark');
    writeFileSync(mark, '');
    const error = await errorOf(change(file, 'new', { patienceMs: 50 }));
    expect(error).toMatchObject({ code: 'FILE_BUSY', file: 'dev.enc.yaml' });
    expect(readdirSync(example.directory).sort()).toEqual([
      '.dev.enc.yaml.lock',
      'dev.enc.yaml',
    ]);

    const waiting = change(file, 'after the other');
    await sleep(100);
    unlinkSync(mark);
    expect(brokerOf(await waiting)).toBe('after the other');
  });

  it('do not wait for a lock that nobody has touched for a minute', async () => {
    const lock = join(example.directory, '.dev.enc.yaml.lock');
    mkdirSync(lock);
    writeFileSync(join(lock, 'abcdef-1-1-mark'), '');
    const old = new Date(Date.now() - 61_000);
    utimesSync(join(lock, 'abcdef-1-1-mark'), old, old);
    const result = await change(await example.open(), 'new', {
      patienceMs: 50,
    });
    expect(brokerOf(result)).toBe('new');
    expect(readdirSync(example.directory)).toEqual(['dev.enc.yaml']);
  });

  it('are told that the file is busy when they waited for so long that they were taken for dead', async () => {
    const file = await example.open();
    const lock = join(example.directory, '.dev.enc.yaml.lock');
    mkdirSync(lock);
    writeFileSync(join(lock, 'abcdef-1-1-mark'), '');
    const waiting = errorOf(change(file, 'new'));
    await sleep(100);
    for (const name of readdirSync(example.directory)) {
      if (name.startsWith('.dev.enc.yaml.lock-')) {
        rmSync(join(example.directory, name), { recursive: true });
      }
    }
    expect((await waiting).code).toBe('FILE_BUSY');
  });
});

describe('a writer that is killed', () => {
  const old = exampleData.gitlabTokens.broker.token;

  it('before any call of the file system leaves the old file or the new one, and the next writer tidies up', async () => {
    const outcomes: string[] = [];
    let isDone = false;
    const dieAt = async (call: number) => {
      const own = join(example.directory, `${call}.enc.yaml`);
      writeFileSync(own, exampleText);
      const writer = startWriter(own);
      await writer.tell('open');
      await writer.tell(`die-at ${call}`);
      const answer = await writer.tell('set new');
      if (answer === 'written') isDone = true;
      await writer.kill();
      const file = await example.open(`${call}.enc.yaml`);
      expect([old, 'new']).toContain(brokerOf(file));
      outcomes[call] = brokerOf(file);
      expect(brokerOf(await change(file, 'next', { patienceMs: 0 }))).toBe(
        'next',
      );
      const names = readdirSync(example.directory);
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
      const own = join(example.directory, `${round}.enc.yaml`);
      writeFileSync(own, exampleText);
      const writer = startWriter(own);
      await writer.tell('open');
      await writer.tell('loop');
      // Somewhere in the second write or a later one.
      while (readFileSync(own, 'utf8') === exampleText) await sleep(1);
      await sleep(Math.random() * 40);
      await writer.kill();
      const file = await example.open(`${round}.enc.yaml`);
      expect(['new', 'old']).toContain(brokerOf(file));
      expect(brokerOf(await change(file, 'next', { patienceMs: 0 }))).toBe(
        'next',
      );
      const names = readdirSync(example.directory);
      expect(names.filter(name => name.startsWith(`.${round}.`))).toEqual([]);
    };
    for (let round = 0; round < 12; round += 4) {
      await Promise.all([0, 1, 2, 3].map(step => kill(round + step)));
    }
  }, 60_000);
});
