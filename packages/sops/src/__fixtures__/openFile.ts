import { openSopsFile } from '..';

/** Opens the files that it is given, each in the directory given first, and prints what came of them. */
async function main([directory, ...files]: string[]) {
  for (const file of files) {
    const start = performance.now();
    const code = await openSopsFile(file, { directory }).then(
      () => 'opened',
      error => error.code,
    );
    const milliseconds = Math.round(performance.now() - start);
    process.stdout.write(`${JSON.stringify({ file, code, milliseconds })}\n`);
  }
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(`${JSON.stringify({ megabytes: maxRSS / 1024 })}\n`);
}

main(process.argv.slice(2));
