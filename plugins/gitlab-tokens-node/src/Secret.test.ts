import { inspect } from 'util';
import { isTokenText } from './tokenText';
import { Secret } from './Secret';

describe('Secret', () => {
  const secret = Secret.of('glpat-canary-4711');

  it('shows its value to nobody but who asks for it', () => {
    const shown = [
      String(secret),
      `${secret}`,
      JSON.stringify({ secret }),
      inspect(secret, { depth: Infinity, showHidden: true, getters: true }),
      inspect({ nested: { secret } }, { showProxy: true }),
      Object.getOwnPropertyNames(secret).join(),
      JSON.stringify(Object.entries(secret)),
      JSON.stringify(structuredClone({ ...secret })),
      String(new Error(`failed with ${secret}`).stack),
    ];
    for (const text of shown) {
      expect(text).not.toMatch(/canary|glpat/);
    }
    expect(secret.reveal()).toBe('glpat-canary-4711');
  });

  it('can be compared without being revealed', () => {
    expect(secret.equals(Secret.of('glpat-canary-4711'))).toBe(true);
    expect(secret.equals(Secret.of('glpat-canary-4712'))).toBe(false);
    expect(secret.equals(Secret.of(''))).toBe(false);
  });
});

describe('isTokenText', () => {
  it.each([
    'glpat-abcdefghijklmnopqrst',
    'glpat-abc_DEF.01.0z1abcdefg',
    'acme-glpat-x',
    'AbCdEfGh1234567890-_',
  ])('takes %s', text => expect(isTokenText(text)).toBe(true));

  it.each([
    ['nothing', ''],
    ['a space', ' glpat-x'],
    ['a line break', 'glpat-x\n'],
    ['other letters', 'glpat-\u00fc'],
    ['a whole file', 'a'.repeat(513)],
  ])('refuses %s', (_, text) => expect(isTokenText(text)).toBe(false));
});
