import { openSopsText } from '.';
import { errorOf, exampleIdentities } from './__fixtures__/example';

const MEGABYTES = 5 * 1024 * 1024;
const fill = (unit: string, bytes = MEGABYTES) =>
  unit.repeat(Math.floor(bytes / unit.length));

describe('a text that is made to be expensive is refused in bounded time', () => {
  it.each([
    ['10,000 levels of lists', `a: ${fill('[', 10_000)}`, 'UNSUPPORTED_YAML'],
    ['10,000 levels of maps', fill('{a: ', 40_000), 'UNSUPPORTED_YAML'],
    ['millions of dashes', fill('- '), 'UNSUPPORTED_YAML'],
    ['millions of brackets', `a: ${fill('[')}`, 'UNSUPPORTED_YAML'],
    ['millions of question marks', fill('? '), 'UNSUPPORTED_YAML'],
    ['millions of commas', `a: [${fill(',')}`, 'FILE_TOO_LARGE'],
    ['millions of line breaks', fill('\n'), 'FILE_TOO_LARGE'],
    ['millions of documents', fill('---\n'), 'FILE_TOO_LARGE'],
    ['a million comments', fill('# a\n'), 'FILE_TOO_LARGE'],
    ['a million keys', fill('a: b\n'), 'FILE_TOO_LARGE'],
    ['one endless text', `a: "${fill('\\n')}`, 'NOT_YAML'],
    [
      'aliases of aliases',
      `a: &a [x]\n${fill('b: [*a, *a]\n', 1000)}`,
      'UNSUPPORTED_YAML',
    ],
  ])('%s', async (_what, text, code) => {
    const start = performance.now();
    const error = await errorOf(
      openSopsText(text, { identities: exampleIdentities() }),
    );
    expect(error.code).toBe(code);
    // Generous, for a busy machine: without the limits these take from ten seconds to all memory.
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it.each([
    ['backtracks', '^(a+)+$', `${'a'.repeat(1000)}!: x`],
    [
      'is unfolded into a large one',
      '(?:x?){1000}'.repeat(80),
      Array.from({ length: 10_000 }, (_, n) => `key${n}xxx: y`).join('\n'),
    ],
  ])('a rule that %s', async (_what, pattern, keys) => {
    const text = `${keys}\nsops:\n  version: 3.9.0\n  lastmodified: "2024-01-02T03:04:05Z"\n  mac: ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAAAAAAAAAAAAAAAAAAAA==,type:str]\n  pgp: [{fp: ABCDEF0123456789, enc: x}]\n  unencrypted_regex: ${pattern}\n`;
    const start = performance.now();
    const error = await errorOf(
      openSopsText(text, { identities: exampleIdentities() }),
    );
    expect(error.code).toBe(
      pattern.includes('?') ? 'UNSUPPORTED_RULE' : 'VALUE_IN_CLEAR',
    );
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
