import type { SopsChange } from '.';
import { exampleKey, exampleText } from './__fixtures__/example';
import {
  broker,
  change,
  signedWithoutBroker,
  sops,
  withBroker,
} from './__testUtils__/changedText';

describe('adding a value', () => {
  it.each([
    ['to a map', { set: ['clear', 'token'], to: 'new' }, ['  token: (new)']],
    [
      'to a list item',
      { set: ['integrations', 'gitlab', 0, 'x', 'token'], to: 'new' },
      ['      x:', '        token: (new)'],
    ],
    [
      'in the middle of the file',
      { set: ['gitlabTokens', 'reader', 'token'], to: 'new' },
      ['  reader:', '    token: (new)'],
    ],
    [
      'at the top, above the sops section',
      { set: ['token2', 'token'], to: 'new' },
      ['token2:', '  token: (new)'],
    ],
    [
      'below keys that need quotes',
      { set: ['clear', 'yes', 'null', '1.5', 'a: b', '"', 'token'], to: 'new' },
      [
        '  "yes":',
        '    "null":',
        '      "1.5":',
        '        "a: b":',
        '          "\\"":',
        '            token: (new)',
      ],
    ],
  ] satisfies [string, SopsChange, string[]][])(
    '%s writes it behind the last key',
    async (_where, wanted, lines) => {
      const { removed, added, data } = await change(exampleText, wanted);
      expect({ removed, added }).toEqual({ removed: [], added: lines });
      const found = wanted.set.reduce<unknown>(
        (value, key) => (value as { [key: string | number]: unknown })[key],
        data,
      );
      expect(found).toBe('new');
    },
  );

  it.each([
    ['no map', '', ['gitlabTokens:', '  broker:', '    token: (new)']],
    [
      'nothing in the map',
      'gitlabTokens:\n',
      ['  broker:', '    token: (new)'],
    ],
    [
      'nothing in it, and comments',
      'gitlabTokens: # ours\n  # later\n',
      ['  broker:', '    token: (new)'],
    ],
    [
      'null in it',
      'gitlabTokens:\n  broker: null # later\n',
      ['  broker: # later', '    token: (new)'],
    ],
    [
      'an empty map in brackets',
      'gitlabTokens: {} # later\n',
      ['gitlabTokens: { broker: { token: "(new)" } } # later'],
    ],
    [
      'an empty map on its own line',
      'gitlabTokens:\n  broker:\n    {}\n',
      ['    { token: "(new)" }'],
    ],
    [
      'an empty value in brackets',
      'gitlabTokens: { broker: { token: } }\n',
      ['gitlabTokens: { broker: { token: "(new)" } }'],
    ],
    [
      'only a key in brackets',
      'gitlabTokens: {broker: {token}}\n',
      ['gitlabTokens: {broker: {token: "(new)"}}'],
    ],
    [
      'null in brackets',
      'gitlabTokens: {broker: null, a: ""}\n',
      ['gitlabTokens: {broker: { token: "(new)" }, a: ""}'],
    ],
    [
      'other keys in brackets',
      'gitlabTokens: {broker: {a: "", b: ~,},}\n',
      ['gitlabTokens: {broker: {a: "", b: ~, token: "(new)",},}'],
    ],
  ])('works where there is %s', async (_what, lines, expected) => {
    const text = await signedWithoutBroker(withBroker(lines));
    const { added, data } = await change(text, { set: broker, to: 'new' });
    expect(added).toEqual(expected);
    expect(data.gitlabTokens).toMatchObject({ broker: { token: 'new' } });
  });

  it('finds the item of a list in which comments are encrypted by its place among the data', async () => {
    if (!sops) return;
    const plain =
      'list:\n  # one\n  - host: a\n  # two\n  # three\n  - host: b\n    token: old\n';
    const recipient = /age1\w+/.exec(exampleText)![0];
    const text = sops.encrypt(plain, { age: recipient });
    expect(text).toMatch(/- ENC\[.*type:comment\]/);
    const after = await change(text.replace(/^ {2}(?= )/gm, ''), {
      set: ['list', 1, 'token'],
      to: 'new',
    });
    expect(after.data).toEqual({
      list: [{ host: 'a' }, { host: 'b', token: 'new' }],
    });
    expect(sops.decrypt(after.after.text, exampleKey)).toMatch(
      /# one\n +- host: a\n +# two\n +# three\n +- host: b\n +token: new\n/,
    );
  });
});
