import { changeSopsText } from '.';
import {
  everythingShown,
  exampleData,
  exampleText,
} from './__fixtures__/example';
import { lineDiff } from './__fixtures__/lineDiff';
import { toJson } from './__fixtures__/realSops';
import {
  broker,
  brokerCiphertext,
  change,
  clock,
  open,
  signedWithoutBroker,
  token,
  withBroker,
} from './__testUtils__/changedText';

describe('setting a value', () => {
  it('changes three lines, and nothing else of the file', async () => {
    const { after, removed, added } = await change(exampleText, token);
    const expected = structuredClone(exampleData);
    expected.integrations.gitlab[1].token = 'glpat-canary-new';
    expect(after.data).toEqual(expected);
    expect(removed).toEqual([expect.stringMatching(/^ {6}token: ENC\[/)]);
    expect(added).toEqual(['      token: (new)']);
    const { lastModified, ...metadata } = after.metadata;
    expect(lastModified).toBe('2031-02-03T04:05:06Z');
    const { metadata: old } = await open(exampleText);
    expect({ ...metadata, lastModified: old.lastModified }).toEqual(old);
  });

  it('leaves what was opened as it was, and shows nothing that it should not', async () => {
    const before = await open(exampleText);
    const after = await changeSopsText(before, token);
    expect(before.data).toEqual(exampleData);
    expect(before.text).toBe(exampleText);
    expect(everythingShown(after)).not.toContain('canary');
    expect(everythingShown(after)).not.toContain('ENC[');
    expect(Object.isFrozen(after.data)).toBe(true);
  });

  it('takes a new nonce of 32 bytes each time, for the value and for the MAC', async () => {
    const before = await open(exampleText);
    const nonces = new Set<string>();
    for (let run = 0; run < 20; run++) {
      const { text } = await changeSopsText(before, token, { clock });
      const { added } = lineDiff(exampleText, text);
      for (const [, iv] of added.join('\n').matchAll(/,iv:([^,]*),/g)) {
        expect(Buffer.from(iv, 'base64')).toHaveLength(32);
        nonces.add(iv);
      }
    }
    expect(nonces.size).toBe(40);
  });

  it('says the present time unless it is given another clock', async () => {
    const start = Math.floor(Date.now() / 1000) * 1000;
    const after = await changeSopsText(await open(exampleText), token);
    const time = Date.parse(after.metadata.lastModified);
    expect(time).toBeGreaterThanOrEqual(start);
    expect(time).toBeLessThanOrEqual(Date.now());
    expect(after.metadata.lastModified).toMatch(/:\d\dZ$/);
  });

  it('can be repeated on its own result', async () => {
    let text = await open(exampleText);
    for (const value of ['one', 'two', 'two']) {
      text = await changeSopsText(text, { set: broker, to: value }, { clock });
      expect(text.data.gitlabTokens).toEqual({ broker: { token: value } });
    }
    expect(toJson((await open(text.text)).data)).toEqual(toJson(text.data));
  });

  it.each([
    ['one character', 'x'],
    ['what YAML would take for something else', 'null'],
    ['a number', '0x1F'],
    ['what looks like a ciphertext', 'ENC[AES256_GCM,data:x]'],
    ['quotes, backslashes and colons', `'"\\: #{}[],&*!|>%@\``],
    ['spaces around it', '  a b  '],
    ['letters of all kinds', 'ß–😀\u2028\u0600'],
    ['50,000 characters', 'x'.repeat(50_000)],
  ])('writes %s exactly', async (_what, to) => {
    const { data } = await change(exampleText, { set: broker, to });
    expect(data.gitlabTokens).toEqual({ broker: { token: to } });
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['both', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['no line break at the end', (text: string) => text.trimEnd()],
    ['a marker in front', (text: string) => `---\n${text}`],
    [
      'comments and blank lines',
      (text: string) =>
        text.replace(/^( +)(token|lastmodified)/gm, '\n$1# one\n$1$2'),
    ],
  ])('keeps %s', async (_what, dress) => {
    const text = dress(exampleText);
    const { after, added, removed } = await change(text, token);
    expect([removed.length, added.length]).toEqual([1, 1]);
    expect(after.text.startsWith('\ufeff')).toBe(text.startsWith('\ufeff'));
    expect(after.text.split('\r').length).toBe(text.split('\r').length);
    expect(after.text.endsWith('\n')).toBe(text.endsWith('\n'));
    const { added: all } = await change(text, {
      set: ['new', 'token'],
      to: 'x',
    });
    expect(all.map(line => line.trimEnd())).toEqual(['new:', '  token: (new)']);
  });

  it.each([
    ['double quotes', `token: "${brokerCiphertext}"`, '    token: "(new)"'],
    ['single quotes', `token: '${brokerCiphertext}'`, `    token: '(new)'`],
    [
      'a comment behind it',
      `token: ${brokerCiphertext} # ours`,
      '    token: (new) # ours',
    ],
    [
      'a key in quotes',
      `"token" :   ${brokerCiphertext}`,
      '    "token" :   (new)',
    ],
    [
      'the value on the next line',
      `token:\n      ${brokerCiphertext}`,
      '      (new)',
    ],
    ['a long key', `? token\n    : ${brokerCiphertext}`, '    : (new)'],
    ['an empty text', 'token: ""', '    token: (new)'],
    ['null', 'token: null', '    token: (new)'],
    ['nothing', 'token:', '    token: (new)'],
    [
      'nothing, and a comment',
      'token:   # later',
      '    token: (new)   # later',
    ],
    ['nothing, and comments below', 'token:\n    # later', '    token: (new)'],
  ])('keeps how the value was written: %s', async (_how, line, expected) => {
    const text = withBroker(`gitlabTokens:\n  broker:\n    ${line}\n`);
    // An empty value changes the MAC.
    const source = line.includes('ENC')
      ? text
      : await signedWithoutBroker(text);
    const { added } = await change(source, { set: broker, to: 'new' });
    expect(added).toEqual([expected]);
  });
});
