import { build, Plugin } from 'esbuild';
import { join } from 'path';

/** Drivers of databases that nobody has here, and those that are not JavaScript alone. */
const NOT_BUNDLED = [
  ...['better-sqlite3', 'sqlite3', 'mysql', 'mysql2', 'oracledb', 'tedious'],
  ...['mariadb', 'pg', 'pg-native', 'pg-query-stream'],
];

/** Leaves out whatever nothing is used of: the packages of this repository bring parts of Backstage with them. */
const onlyWhatIsUsed: Plugin = {
  name: 'only-what-is-used',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === onlyWhatIsUsed || from.kind !== 'import-statement') {
        return undefined;
      }
      const found = await resolve(path, {
        ...from,
        pluginData: onlyWhatIsUsed,
      });
      return { ...found, sideEffects: false };
    });
  },
};

/** Makes one file of a program of this folder, which starts sooner than hundreds. */
export async function bundle(program: string, folder: string): Promise<string> {
  const outfile = join(folder, `${program}.cjs`);
  await build({
    entryPoints: [join(__dirname, `${program}.ts`)],
    bundle: true,
    platform: 'node',
    target: 'node22',
    external: NOT_BUNDLED,
    plugins: [onlyWhatIsUsed],
    logLevel: 'error',
    outfile,
  });
  return outfile;
}
