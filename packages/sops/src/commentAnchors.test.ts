import { CommentAnchors } from './commentAnchors';
import { Selection } from './selection';
import { parseYaml } from './yamlText';

const selection = new Selection({
  kind: 'encrypted_comment_regex',
  pattern: '^ secret$',
});
const anchors = (text: string) =>
  new CommentAnchors(parseYaml(text), selection);

describe('comments that decide what is encrypted', () => {
  it('belong to the key or the item directly below, in the same column', () => {
    const text = [
      '# secret',
      '# and another',
      'a:',
      '  # secret',
      '  b: 1',
      'list:',
      '  # secret',
      '  - c: 2',
      '',
    ].join('\n');
    for (const variant of [text, text.replaceAll('\n', '\r\n')]) {
      const found = anchors(variant);
      expect(found.takeKey(variant.indexOf('a:'))).toBe(true);
      expect(found.takeKey(variant.indexOf('a:'))).toBe(false);
      expect(found.takeKey(variant.indexOf('b:'))).toBe(true);
      expect(found.takeKey(variant.indexOf('list:'))).toBe(false);
      expect(found.takeItem(variant.indexOf('c:'))).toBe(true);
      expect(() => found.assertAllTaken()).not.toThrow();
    }
  });

  it.each([
    ['with a blank line below', '# secret\n\na: 1\n'],
    ['behind a value', 'a: 1 # secret\nb: 2\n'],
    ['in another column', 'a:\n  # secret\nb: 2\n'],
    ['at the end', 'a: 1\n# secret'],
    ['with blanks after it', '# secret\na: 1\n'.replace('secret', 'secret ')],
  ])('are refused %s', (where, text) => {
    const by =
      where === 'with blanks after it'
        ? new Selection({ kind: 'encrypted_comment_regex', pattern: 'secret' })
        : selection;
    expect(() => new CommentAnchors(parseYaml(text), by)).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED_RULE' }),
    );
  });

  it('are refused between a dash and its item', () => {
    const text = 'list:\n  -\n    # secret\n    a: 1\n';
    expect(() => anchors(text).takeItem(text.indexOf('a:'))).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED_RULE' }),
    );
  });

  it('are refused if nothing takes them', () => {
    const found = anchors('# secret\na: 1\n');
    expect(() => found.assertAllTaken()).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED_RULE', line: 1 }),
    );
  });

  it('that do not match may stand anywhere, and texts are no comments', () => {
    const text = 'a: 1 # other\nb: |\n  # secret\n\n# other\n\nc: "# secret"\n';
    expect(() => anchors(text).assertAllTaken()).not.toThrow();
  });
});
