import { resolvePlainScalar } from './scalars';
import { lineBreakNear, lineEnd, type TextEdit } from './textEdit';

/** New keys, each below the one before, with a ciphertext below the last. */
export interface NewPairs {
  readonly names: readonly string[];
  readonly ciphertext: string;
}

/** `{ a: { b: "ENC[…]" } }` without the outermost braces. */
export function bracketedPairs({ names, ciphertext }: NewPairs): string {
  return names.reduceRight(
    (value, name, depth) =>
      `${formatKey(name)}: ${
        depth === names.length - 1 ? `"${ciphertext}"` : `{ ${value} }`
      }`,
    '',
  );
}

/** Inserts the pairs as lines behind the line in which something ends. */
export function insertPairsBehind(
  text: string,
  end: number,
  pairs: NewPairs & { column: number; indent: number },
): TextEdit {
  const isLineStart = text[end - 1] === '\n';
  const at = isLineStart ? end : lineEnd(text, end);
  const lineBreak = lineBreakNear(text, at);
  const lines = linesOf(pairs).join(lineBreak);
  // The last line of a file may lack its line break.
  const isOpen = text[at - 1] !== '\n';
  const inserted = isOpen ? lineBreak + lines : lines + lineBreak;
  return { start: at, end: at, text: inserted };
}

function linesOf({
  names,
  ciphertext,
  column,
  indent,
}: NewPairs & { column: number; indent: number }): string[] {
  return names.map((name, depth) => {
    const value = depth === names.length - 1 ? ` ${ciphertext}` : '';
    return `${' '.repeat(column + depth * indent)}${formatKey(name)}:${value}`;
  });
}

/** Bare where every YAML reader takes it for this very text. */
function formatKey(name: string): string {
  const isSafe =
    /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name) &&
    !/^(?:y|n|yes|no|on|off)$/i.test(name) &&
    typeof resolvePlainScalar(name)?.value === 'string';
  return isSafe ? name : JSON.stringify(name);
}
