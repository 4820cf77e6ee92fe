/**
 * A process that changes a file as it is told, line by line: `open`, `set VALUE`, `loop` (for ever, one value after
 * the other), `die-at N` (of SIGKILL, before its Nth call of the file system). Answers each with a line.
 */
import { promises } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { AgeIdentities, changeSopsFile, openSopsFile, type SopsFile } from '..';

const [path, key] = process.argv.slice(2);
const identities = AgeIdentities.parse(key, 'test');
const broker = ['gitlabTokens', 'broker', 'token'];
let file: SopsFile | undefined;

async function change(value: string): Promise<string> {
  try {
    file = await changeSopsFile(file!, { set: broker, to: value });
    return 'written';
  } catch (error) {
    return String(Object(error).code);
  }
}

async function answer([command, operand]: string[]): Promise<string> {
  switch (command) {
    case 'open':
      file = await openSopsFile(path, { identities });
      return 'opened';
    case 'set':
      return change(operand);
    case 'loop':
      process.stdout.write('looping\n');
      for (let round = 0; ; round++) {
        await change(round % 2 === 0 ? 'new' : 'old');
      }
    case 'die-at':
      await dieAt(Number(operand));
      return 'armed';
    default:
      return 'unknown';
  }
}

/** Counts the calls that the package makes, of functions and of open files. */
async function dieAt(last: number) {
  let calls = 0;
  const count = () => {
    calls += 1;
    if (calls === last) process.kill(process.pid, 'SIGKILL');
  };
  const handle = await open(__filename);
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  for (const owner of [promises, prototype]) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      const { value } = Object.getOwnPropertyDescriptor(owner, name)!;
      if (typeof value === 'function' && name !== 'constructor') {
        owner[name] = counted(value, count);
      }
    }
  }
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

function counted(method: Method, count: () => void): Method {
  return function countedMethod(...args) {
    count();
    return method.apply(this, args);
  };
}

async function run() {
  for await (const line of createInterface(process.stdin)) {
    process.stdout.write(`${await answer(line.split(' '))}\n`);
  }
}

run();
