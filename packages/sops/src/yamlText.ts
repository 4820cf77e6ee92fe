import { Composer, CST, Lexer, LineCounter, Parser, type Document } from 'yaml';
import { SopsError } from './SopsError';

const MAX_DEPTH = 200;
/** Enough for some 40,000 encrypted values; without a limit a few megabytes of commas take gigabytes of memory. */
const MAX_LEXEMES = 400_000;
/** Line breaks for Go's YAML 1.1 reader, ordinary characters in YAML 1.2. */
const OLD_LINE_BREAK = /[\u0085\u2028\u2029]|\r(?!\n)/;
const FORBIDDEN = /(?![\t\r\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;
const BYTE_ORDER_MARK = '\ufeff';
const CONFLICT_MARKER = /^(?:<{7}|={7}|>{7})(?:\s|$)/m;

/** One comment of a YAML text, with its place. */
export interface Comment {
  readonly offset: number;
  /** What follows the `#`. */
  readonly text: string;
}

/** A parsed YAML text; every node's `range` points into `text`. All scalars are strings: their meaning is SOPS's. */
export interface YamlText {
  readonly text: string;
  readonly documents: Document.Parsed[];
  readonly comments: Comment[];
  lineAt(offset: number): number;
}

/**
 * Parses YAML, refusing what the YAML readers of SOPS and of JavaScript understand differently, and what costs
 * unbounded time or memory: aliases, merge keys by alias, tags, directives, deep nesting.
 *
 * @throws SopsError `NOT_YAML` or `UNSUPPORTED_YAML`
 */
export function parseYaml(text: string): YamlText {
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line;
  refuseCharacters(text);
  const { tokens, comments } = parseTokens(text, lines);
  const composer = new Composer({
    schema: 'failsafe',
    version: '1.2',
    uniqueKeys: false,
    strict: true,
    logLevel: 'silent',
  });
  const documents: Document.Parsed[] = [];
  for (const document of composer.compose(tokens, false, text.length)) {
    const problem = document.errors[0];
    // Of the problem only its place is told: its message may quote the text.
    if (problem) throw malformed(text, lineAt(problem.pos[0]));
    documents.push(document as Document.Parsed);
  }
  return { text, documents, comments, lineAt };
}

function refuseCharacters(text: string) {
  const index =
    OLD_LINE_BREAK.exec(text)?.index ??
    FORBIDDEN.exec(text)?.index ??
    text.indexOf(BYTE_ORDER_MARK, 1);
  if (index < 0) return;
  const code = text.codePointAt(index)!.toString(16).padStart(4, '0');
  const line = text.slice(0, index).split('\n').length;
  throw new SopsError('UNSUPPORTED_YAML', {
    what: `line ${line} holds the character U+${code.toUpperCase()}, which YAML readers treat differently.`,
    remedy: 'Take it out with `sops edit`, or keep that value encrypted.',
    line,
  });
}

function parseTokens(text: string, lines: LineCounter) {
  const tokens: CST.Token[] = [];
  const comments: Comment[] = [];
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  let isScalar = false;
  let count = 0;
  // A scalar's text comes right after this marker, and only there may it start like a comment or an indicator.
  for (const lexeme of new Lexer().lex(text)) {
    if (!isScalar) {
      refuseFeature(lexeme, () => lines.linePos(parser.offset).line);
      if (lexeme[0] === '#') {
        comments.push({ offset: parser.offset, text: lexeme.slice(1) });
      }
    }
    isScalar = lexeme === CST.SCALAR;
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_DEPTH) {
      throw unsupported(
        `it is nested more than ${MAX_DEPTH} levels deep`,
        lines.linePos(parser.offset).line,
      );
    }
    if (++count > MAX_LEXEMES) throw tooLarge();
  }
  tokens.push(...parser.end());
  return { tokens, comments };
}

const FEATURES: { [indicator: string]: string } = {
  '&': 'an anchor (&name)',
  '*': 'an alias (*name)',
  '%': 'a directive (%YAML or %TAG)',
};
const KNOWN_TAGS = ['!!str', '!!float'];

function refuseFeature(lexeme: string, line: () => number) {
  const feature =
    lexeme[0] === '!' && !KNOWN_TAGS.includes(lexeme)
      ? 'a tag (!name)'
      : FEATURES[lexeme[0]];
  if (feature) throw unsupported(`it uses ${feature}`, line());
}

function unsupported(problem: string, line: number): SopsError {
  return new SopsError('UNSUPPORTED_YAML', {
    what: `line ${line}: ${problem}, which is not supported here.`,
    remedy: 'Write it out with `sops edit`; sops itself never writes it.',
    line,
  });
}

function tooLarge(): SopsError {
  return new SopsError('FILE_TOO_LARGE', {
    what: `it has more than ${MAX_LEXEMES} words, signs and line breaks.`,
    remedy: 'Credentials need little room: move other data to another file.',
  });
}

function malformed(text: string, line: number): SopsError {
  const hint = CONFLICT_MARKER.test(text)
    ? 'Resolve the merge whose markers are still in it: take one side whole, and repeat the other change with `sops edit`.'
    : 'Restore it from version control, or mend the line by hand.';
  return new SopsError('NOT_YAML', {
    what: `it is not well-formed YAML (line ${line}).`,
    remedy: hint,
    line,
  });
}
