import type { Selection } from './selection';
import { SopsError } from './SopsError';
import type { Comment, YamlText } from './yamlText';

/**
 * The keys and list items that stand directly below a comment which the file's rule matches.
 *
 * Where a comment belongs is a matter of the YAML reader as soon as there are blank lines, other indentation or code
 * before it. Only the one form that sops writes is accepted, a matching comment anywhere else is refused. Comments that
 * do not match cannot change anything. Below deeply nested blocks sops itself does not always find a comment again that
 * it has written, and then refuses its own file; such a file may open here, and its MAC is verified like any other.
 */
export class CommentAnchors {
  readonly #text: string;
  readonly #lines = new Map<number, number>();

  /** @throws SopsError `UNSUPPORTED_RULE` */
  constructor({ text, comments, lineAt }: YamlText, selection: Selection) {
    this.#text = text;
    if (!selection.readsComments) return;
    const anchors = findAnchors(text, comments);
    for (const comment of comments) {
      if (!selection.matchesComment(comment.text)) continue;
      const line = lineAt(comment.offset);
      const anchor = anchors.get(comment.offset);
      // Whether a reader keeps trailing blanks may decide whether the expression matches.
      if (anchor === undefined || /\s$/.test(comment.text)) {
        throw misplaced(line);
      }
      this.#lines.set(anchor, line);
    }
  }

  /** Whether a matching comment stands above the key at an offset. */
  takeKey(offset: number): boolean {
    return this.#lines.delete(offset);
  }

  /**
   * Whether a matching comment stands above the list item at an offset.
   *
   * @throws SopsError `UNSUPPORTED_RULE` if it stands between dash and item: then it belongs to the item or to its
   * first key, depending on the reader
   */
  takeItem(offset: number): boolean {
    if (this.#lines.size === 0) return false;
    const line = this.#lines.get(offset);
    if (line !== undefined) throw misplaced(line);
    return this.#lines.delete(dashBefore(this.#text, offset));
  }

  /** @throws SopsError `UNSUPPORTED_RULE` if a matching comment stands above neither a key nor a list item */
  assertAllTaken() {
    for (const line of this.#lines.values()) throw misplaced(line);
  }
}

/** The offset of the dash before a block list item, across comments; -1 in a list in brackets. */
function dashBefore(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    while (end > 0 && /\s/.test(text[end - 1])) end--;
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (end === 0 || !/^\s*#/.test(text.slice(start, end))) break;
    end = start;
  }
  return text[end - 1] === '-' ? end - 1 : -1;
}

/**
 * For the offset of each comment that stands alone on its line: the offset of what the block of comments stands above,
 * if that starts in the same column. From the last comment to the first, so that each is looked at once.
 */
function findAnchors(text: string, comments: readonly Comment[]) {
  const anchors = new Map<number, number>();
  for (const { offset } of [...comments].reverse()) {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const indent = text.slice(start, offset);
    const next = text.indexOf('\n', offset) + 1;
    const isAlone = /^ *$/.test(indent);
    if (!isAlone || next === 0 || !text.startsWith(indent, next)) continue;
    const below = next + indent.length;
    const anchor = text[below] === '#' ? anchors.get(below) : below;
    if (anchor !== undefined && /\S/.test(text[anchor] ?? ' ')) {
      anchors.set(offset, anchor);
    }
  }
  return anchors;
}

function misplaced(line: number): SopsError {
  return new SopsError('UNSUPPORTED_RULE', {
    what: `the comment on line ${line} decides what is encrypted, but does not stand alone on a line directly above a key or a list item, in the same column.`,
    remedy: 'Move it there with `sops edit`.',
    line,
  });
}
