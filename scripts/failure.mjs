/** A failure that was foreseen: its message says all that a person needs, so no stack is printed. */
export class Failure extends Error {
  name = 'Failure';
}

/**
 * Runs a program's `main` and ends the process with the exit code that it returns (0 when it returns none),
 * or with 1 and a message when it throws.
 */
export async function runProgram(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const text = error instanceof Failure ? error.message : error?.stack;
    process.stderr.write(`\n${text ?? error}\n`);
    process.exitCode = 1;
  }
}
