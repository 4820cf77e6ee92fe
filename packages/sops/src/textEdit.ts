/** A piece of a text to be replaced; an insertion if it is empty. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(position, edit.start), edit.text);
    position = edit.end;
  }
  return [...pieces, text.slice(position)].join('');
}

/** The offset at which the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset behind the line of an offset, its line break included. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}

/** The column of an offset, from 0. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  const hasByteOrderMark = start === 0 && text.startsWith('\ufeff');
  return offset - start - (hasByteOrderMark ? 1 : 0);
}

/** The kind of line break that a text uses near an offset. */
export function lineBreakNear(text: string, offset: number): string {
  const before = text.lastIndexOf('\n', offset - 1);
  const at = before < 0 ? text.indexOf('\n') : before;
  return text[at - 1] === '\r' ? '\r\n' : '\n';
}
