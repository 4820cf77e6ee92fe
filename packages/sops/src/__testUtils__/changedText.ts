import { changeSopsText, openSopsText, type SopsChange } from '..';
import {
  exampleIdentities,
  exampleKey,
  exampleText,
} from '../__fixtures__/example';
import { lineDiff } from '../__fixtures__/lineDiff';
import { findRealSops, toJson } from '../__fixtures__/realSops';

/** The sops program, where it is installed. */
export const sops = findRealSops();
/** Opens a text with the example's key. */
export const open = (text: string) =>
  openSopsText(text, { identities: exampleIdentities() });
export const clock = () => new Date('2031-02-03T04:05:06.789Z');
const ciphertext = /ENC\[AES256_GCM,data:[^\]]*,type:str\]/;
export const token: SopsChange = {
  set: ['integrations', 'gitlab', 1, 'token'],
  to: 'glpat-canary-new',
};
export const broker = ['gitlabTokens', 'broker', 'token'];
const brokerLines = /gitlabTokens:\n {2}broker:\n {4}token: (.*)\n/;
export const brokerCiphertext = brokerLines.exec(exampleText)![1];
/** The example with other lines for the broker's token. */
export const withBroker = (lines: string) =>
  exampleText.replace(brokerLines, () => lines);

/** Makes a change, and lets the sops program confirm it; lines as `diff` has them, without those of the MAC. */
export async function change(text: string, wanted: SopsChange) {
  const before = await open(text);
  const after = await changeSopsText(before, wanted, { clock });
  const { removed, added } = lineDiff(text, after.text);
  expect(removed.splice(-2).join()).toMatch(/lastmodified: .*,.*mac: /s);
  expect(added.splice(-2)).toEqual([
    expect.stringMatching(/^ {2}lastmodified: "2031-02-03T04:05:06Z"\r?$/),
    expect.stringMatching(/^ {2}mac: ENC\[AES256_GCM,.*,type:str\]\r?$/),
  ]);
  expect((await open(after.text)).data).toEqual(after.data);
  const real = sops?.decryptToJson(after.text, exampleKey);
  expect(real ?? toJson(after.data)).toEqual(toJson(after.data));
  const shown = added.map(line => line.replace(ciphertext, '(new)'));
  return { removed, added: shown, data: after.data, after };
}

/** A text in which the broker's token is missing or empty, with the MAC that it needs. */
export async function signedWithoutBroker(text: string): Promise<string> {
  const removed = await changeSopsText(
    await open(exampleText),
    { remove: broker },
    { clock: () => new Date('2030-01-01T00:00:00Z') },
  );
  const signature = /^ {2}(?:lastmodified|mac): .*$/gm;
  const lines = removed.text.match(signature)!;
  return text.replace(signature, () => lines.shift()!);
}
