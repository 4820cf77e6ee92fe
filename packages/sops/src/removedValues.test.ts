import { changeSopsText, type SopsChange, type SopsValue } from '.';
import { exampleData, exampleText } from './__fixtures__/example';
import {
  broker,
  brokerCiphertext,
  change,
  open,
  withBroker,
} from './__testUtils__/changedText';

describe('removing a value', () => {
  it.each([
    [
      'in the middle',
      exampleText,
      { remove: ['integrations', 'gitlab', 0, 'apiBaseUrl'] },
      [],
      1,
    ],
    [
      'at the end of a list item',
      exampleText,
      { remove: ['integrations', 'gitlab', 0, 'token'] },
      [],
      1,
    ],
    [
      'behind the dash of a list item',
      exampleText,
      { remove: ['integrations', 'gitlab', 0, 'host'] },
      ['    - apiBaseUrl: https://gitlab.example.com/api/v4'],
      2,
    ],
    ['the only one of its map', exampleText, { remove: broker }, ['    {}'], 1],
    [
      'the only one in brackets',
      withBroker(`gitlabTokens: {broker: {token: "${brokerCiphertext}"}}\n`),
      { remove: broker },
      ['gitlabTokens: {broker: {}}'],
      1,
    ],
    [
      'the first in brackets',
      withBroker(
        `gitlabTokens: {broker: {token: "${brokerCiphertext}", a: "" }}\n`,
      ),
      { remove: broker },
      ['gitlabTokens: {broker: {a: "" }}'],
      1,
    ],
    [
      'the last in brackets',
      withBroker(
        `gitlabTokens: {broker: {a: "", token: "${brokerCiphertext}" }}\n`,
      ),
      { remove: broker },
      ['gitlabTokens: {broker: {a: "" }}'],
      1,
    ],
  ] as [string, string, SopsChange, string[], number][])(
    '%s takes its line out',
    async (_where, text, wanted, lines, gone) => {
      const { added, removed, data } = await change(text, wanted);
      expect(added).toEqual(lines);
      expect(removed).toHaveLength(gone);
      const { remove } = wanted as { remove: string[] };
      const map = remove
        .slice(0, -1)
        .reduce(
          (value, key) => (value as { [key: string]: SopsValue })[key],
          data as SopsValue,
        );
      expect(map).not.toHaveProperty(remove.at(-1)!);
    },
  );

  it('is undone by adding it again', async () => {
    const removed = await changeSopsText(await open(exampleText), {
      remove: broker,
    });
    const added = await changeSopsText(removed, {
      set: broker,
      to: 'glpat-canary-broker',
    });
    expect(added.data).toEqual(exampleData);
  });
});
