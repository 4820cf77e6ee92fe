/** `npm run gitlab-emulator -- …`: the emulator by itself. Its own help says which arguments it takes. */
import { emulatorCommand } from './emulator.mjs';
import { runProgram } from './failure.mjs';
import { startProcess, untilToldToEnd } from './processes.mjs';
import { setUp } from './setup.mjs';

await runProgram(async () => {
  const { node, environment } = await setUp(text => console.error(text));
  const told = untilToldToEnd();
  const emulator = startProcess({
    node,
    args: emulatorCommand(process.argv.slice(2)),
    cwd: process.cwd(),
    environment,
    onLine: line => console.log(line),
  });
  const code = await Promise.race([emulator.exited, told.then(() => 0)]);
  await emulator.stop();
  return code;
});
