import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

const unwanted =
  /(^|\/)(__\w+__|node_modules|src|coverage)\/|\.test\.|\.agekey$|setupTests/;
const secret =
  /AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]{20}|BEGIN [A-Z ]*PRIVATE KEY|\bgl(pat|dt|soat|ptt|rtr?|cbt|oas|agent|ft|imt|ffct|wt)-[\w-]{20}/;
const imported =
  /(?:\bfrom\s+|\bimport\s*\(\s*|\brequire\(\s*|\bimport\s+)(['"])([@a-z][^'"]*)\1/g;

/** The files of a folder, with slashes, relative to it. */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      path
        .relative(folder, path.join(entry.parentPath, entry.name))
        .replaceAll(path.sep, '/'),
    );
}

/** Every file that the manifest promises: entry points, their types, the schema of the configuration. */
function promisedFiles({ main, module, types, exports = {}, configSchema }) {
  const exported = Object.values(exports).flatMap(it =>
    typeof it === 'string' ? [it] : Object.values(it),
  );
  return [main, module, types, configSchema, ...exported]
    .filter(it => it && !it.startsWith('@backstage/'))
    .concat('README.md', 'LICENSE')
    .map(it => it.replace(/^\.\//, ''));
}

/** The packages that a file imports by name. */
function importedPackages(text) {
  return [...text.matchAll(imported)]
    .map(([, , specifier]) => specifier)
    .filter(specifier => !isBuiltin(specifier))
    .map(specifier =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

function problemsOfFile({ name, text, declared, repository }) {
  const problems = [];
  if (unwanted.test(name)) {
    problems.push(`${name} should not be in it`);
  }
  if (secret.test(text)) {
    problems.push(`${name} holds what looks like a private key or a token`);
  }
  if (text.includes(repository)) {
    problems.push(`${name} holds a path of the machine that it was built on`);
  }
  if (/\.(js|cjs|mjs|d\.ts)$/.test(name)) {
    const missing = importedPackages(text).filter(it => !declared.has(it));
    problems.push(
      ...missing.map(it => `${name} imports ${it}, which is not declared`),
    );
  }
  return problems;
}

/** Ranges that mean something only inside the repository. */
function problemsOfRanges({ dependencies, peerDependencies }) {
  return Object.entries({ ...dependencies, ...peerDependencies })
    .filter(([, range]) =>
      /^(workspace|file|link|portal|backstage):/.test(range),
    )
    .map(([name, range]) => `depends on ${name} as ${range}`);
}

/**
 * What is wrong with a package as it would be published.
 *
 * @returns sentences; none when nothing is wrong
 */
export function problemsOf({ source, manifest, folder }, repository) {
  const files = filesOf(folder);
  const declared = new Set([
    manifest.name,
    ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
  ]);
  const lost = promisedFiles(manifest).filter(name => !files.includes(name));
  const migrations = path.join(repository, source, 'migrations');
  if (existsSync(migrations)) {
    const present = readdirSync(migrations).filter(it => it.endsWith('.js'));
    lost.push(
      ...present
        .map(name => `migrations/${name}`)
        .filter(name => !files.includes(name)),
    );
  }
  return [
    ...lost.map(name => `${name} is not in it`),
    ...problemsOfRanges(manifest),
    ...(manifest.private ? ['is private'] : []),
    ...files.flatMap(name =>
      problemsOfFile({
        name,
        text: readFileSync(path.join(folder, name), 'utf8'),
        declared,
        repository,
      }),
    ),
  ].map(problem => `${manifest.name}: ${problem}`);
}
