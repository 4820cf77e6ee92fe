import { changeSopsText, type SopsChange, type SopsErrorCode } from '.';
import { errorOf, exampleKey, exampleText } from './__fixtures__/example';
import {
  broker,
  brokerCiphertext,
  open,
  sops,
  withBroker,
} from './__testUtils__/changedText';

describe('a change is refused', () => {
  const at = (...set: (string | number)[]): SopsChange => ({
    set,
    to: 'canary',
  });

  it.each([
    [
      'a value that the rule leaves in clear',
      at('clear', 'note'),
      'VALUE_WOULD_BE_CLEAR',
    ],
    [
      'a new value that it would leave in clear',
      at('clear', 'new'),
      'VALUE_WOULD_BE_CLEAR',
    ],
    [
      'a new map that it would leave in clear',
      at('a', 'b'),
      'VALUE_WOULD_BE_CLEAR',
    ],
    ['an empty value', { set: broker, to: '' }, 'VALUE_INVALID'],
    ['a line break', { set: broker, to: 'canary\n' }, 'VALUE_INVALID'],
    ['a NUL', { set: broker, to: 'canary\0' }, 'VALUE_INVALID'],
    [
      'a control character of Latin-1',
      { set: broker, to: 'canary\x85' },
      'VALUE_INVALID',
    ],
    [
      'half a surrogate pair',
      { set: broker, to: 'canary\ud800' },
      'VALUE_INVALID',
    ],
    ['no text', { set: broker, to: 7 as never }, 'VALUE_INVALID'],
    ['a list', at('token', 'names'), 'TARGET_NOT_A_VALUE'],
    ['a map', at('token'), 'TARGET_NOT_A_VALUE'],
    ['the removal of a map', { remove: ['clear'] }, 'TARGET_NOT_A_VALUE'],
    ['an item behind the list', at('token', 'names', 2), 'TARGET_NOT_FOUND'],
    ['a position that is text', at('token', 'names', '0'), 'TARGET_NOT_FOUND'],
    ['a position in a map', at('token', 0), 'TARGET_NOT_FOUND'],
    ['a way through a value', at('token', 'enabled', 'x'), 'TARGET_NOT_FOUND'],
    [
      'a way through an encrypted text',
      at('token', 'names', 0, 'x'),
      'TARGET_NOT_FOUND',
    ],
    [
      'the removal of what is not there',
      { remove: ['clear', 'x'] },
      'TARGET_NOT_FOUND',
    ],
    [
      'the removal of a list item',
      { remove: ['token', 'names', 0] },
      'CHANGE_UNSUPPORTED',
    ],
    ['nowhere', at(), 'TARGET_NOT_FOUND'],
    ['the sops section', at('sops', 'token'), 'TARGET_NOT_FOUND'],
    ['its removal', { remove: ['sops', 'mac'] }, 'TARGET_NOT_FOUND'],
    [
      'a key with a special meaning',
      at('token', '__proto__'),
      'CHANGE_NOT_VERIFIED',
    ],
    ['a key that is no text', at('token', '\ud800'), 'CHANGE_NOT_VERIFIED'],
  ] as [string, SopsChange, SopsErrorCode][])(
    'for %s',
    async (_what, wanted, code) => {
      const opened = await open(exampleText);
      const error = await errorOf(changeSopsText(opened, wanted));
      expect(error.code).toBe(code);
      expect(error.message).toBe(`${error.what} ${error.remedy}`);
      expect(error.remedy).toMatch(/^[A-Z].*\.$/);
    },
  );

  it.each([
    [
      'a block',
      `gitlabTokens:\n  broker:\n    token: |-\n      ${brokerCiphertext}\n`,
      'CHANGE_UNSUPPORTED',
    ],
    [
      'a tag',
      `gitlabTokens:\n  broker:\n    token: !!str ${brokerCiphertext}\n`,
      'CHANGE_UNSUPPORTED',
    ],
    [
      'several lines',
      `gitlabTokens:\n  broker:\n    token: "${brokerCiphertext.slice(
        0,
        60,
      )}\\\n      ${brokerCiphertext.slice(60)}"\n`,
      'CHANGE_NOT_VERIFIED',
    ],
  ] as [string, string, SopsErrorCode][])(
    'where the value is written as %s',
    async (_how, lines, code) => {
      const opened = await open(withBroker(lines));
      const error = await errorOf(
        changeSopsText(opened, { set: broker, to: 'canary' }),
      );
      expect(error.code).toBe(code);
    },
  );

  it('where a comment stands beside the only thing that could move up to the dash', async () => {
    const text = exampleText.replace(
      'gitlab.example.com\n',
      'gitlab.example.com # canary\n',
    );
    const error = await errorOf(
      changeSopsText(await open(text), {
        remove: ['integrations', 'gitlab', 0, 'host'],
      }),
    );
    expect(error.code).toBe('CHANGE_UNSUPPORTED');
  });

  it('where it would put another value under a rule on comments', async () => {
    if (!sops) return;
    const text = sops.encrypt('# secret\na: x\nb: y\nc: z\n', {
      age: /age1\w+/.exec(exampleText)![0],
      encrypted_comment_regex: 'secret',
    });
    const opened = await open(text);
    const error = await errorOf(changeSopsText(opened, { remove: ['a'] }));
    expect(error.code).toBe('CHANGE_NOT_VERIFIED');
    const changed = await changeSopsText(opened, { set: ['a'], to: 'new' });
    expect(sops.decryptToJson(changed.text, exampleKey)).toEqual({
      a: 'new',
      b: 'y',
      c: 'z',
    });
  });
});
