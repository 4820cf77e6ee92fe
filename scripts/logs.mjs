import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const keptLines = 400;
const shownLines = 15;
const speaksOfFailure =
  /error|fail|cannot|unable|denied|refused|invalid|not found|missing|ended by/i;
// Backstage redacts what it knows to be secret; this is for what it does not know.
const secretLooking =
  /\b(gl[a-z]{2,5}-[\w.-]{8,}|AGE-SECRET-KEY-1\w+|(?:Bearer|Basic) [\w.~+/=-]{8,})/gi;

// What Backstage's logger adds to a message; the stack alone would fill the screen.
const loggedFields = / (type|cause|stack)=("|undefined|\{).*$/;

/** The output of one process: written to a file, the last lines kept for a message about a failure. */
export class Log {
  #last = [];
  #stream;
  #echo;

  /** @param echo - called with each line too, for a person who asked to see everything */
  constructor({ file, echo }) {
    mkdirSync(path.dirname(file), { recursive: true });
    this.file = file;
    this.#stream = createWriteStream(file);
    this.#echo = echo;
  }

  add(line) {
    this.#stream.write(`${line}\n`);
    this.#last.push(stripVTControlCharacters(line));
    this.#last.splice(0, this.#last.length - keptLines);
    this.#echo?.(line);
  }

  /** The newest line that matches. */
  findLast(pattern) {
    return this.#last.findLast(line => pattern.test(line));
  }

  /** The last lines that speak of a failure, or the very last ones where none does; nothing that looks secret. */
  reasons() {
    // Indented lines are stack frames and source text.
    const failures = this.#last.filter(
      line => speaksOfFailure.test(line) && !/^\s/.test(line),
    );
    const lines = failures.length > 0 ? failures : this.#last;
    return lines
      .slice(-shownLines)
      .map(line =>
        line
          .replace(loggedFields, '')
          .replace(secretLooking, '[redacted]')
          .slice(0, 400),
      )
      .join('\n');
  }
}
