/** A failure that was foreseen: its message says all that a person needs, so no stack is printed. */
export class Failure extends Error {
  name = 'Failure';
}

/** What a person is told of an error: of one that was not foreseen, where it comes from too. */
export function wordsOf(error) {
  const text = error instanceof Failure ? error.message : error?.stack;
  return text ?? String(error);
}

/**
 * Runs a program's `main` and ends the process with the exit code that it returns (0 when it returns none),
 * or with 1 and a message when it throws.
 */
export async function runProgram(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`\n${wordsOf(error)}\n`);
    process.exitCode = 1;
  }
}
