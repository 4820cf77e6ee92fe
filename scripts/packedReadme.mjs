import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { repository } from './repository.mjs';

/** The file of an app that chooses its features itself: beside the generated one, so that its types are checked. */
const ownFeatures = {
  named: 'packages/app/src/App.tsx',
  file: 'packages/app/src/AppWithOwnFeatures.tsx',
};

/** Where in a generated app the lines belong that a README gives for a file and a place in it. */
const places = {
  'packages/backend/src/index.ts': { before: 'backend.start();' },
  'packages/app/src/App.tsx, among the routes': { before: '</FlatRoutes>' },
  'packages/app/src/components/Root/Root.tsx, in the sidebar': {
    before: '{/* End global nav */}',
  },
  'packages/app/src/components/catalog/EntityPage.tsx, in overviewContent': {
    before: '<Grid item md={6} xs={12}>\n      <EntityCatalogGraphCard',
  },
  'packages/app/src/components/catalog/EntityPage.tsx, in an EntityLayout': {
    before: '</EntityLayout>',
    everywhere: true,
  },
};

/** The fenced blocks of a README below a heading, down to the next heading of that level or above. */
function blocksBelow(readme, heading) {
  const text = readFileSync(path.join(repository, readme), 'utf8');
  const start = text.indexOf(`\n${heading}\n`);
  if (start < 0) {
    throw new Failure(`${readme} has no heading "${heading}".`);
  }
  const level = heading.match(/^#+/)[0].length;
  const rest = text.slice(start + heading.length + 1);
  const end = rest.search(new RegExp(`\\n#{1,${level}} `));
  const section = end < 0 ? rest : rest.slice(0, end);
  return [...section.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(
    ([, language, content]) => ({ language, content }),
  );
}

/** The `yarn … add …` lines that a README gives, each as the arguments of yarn. */
export function installLines(readme) {
  const lines = blocksBelow(readme, '## Installation')
    .filter(({ language }) => language === 'sh')
    .flatMap(({ content }) => content.trim().split('\n'))
    .filter(line => line.startsWith('yarn '));
  if (lines.length === 0) {
    throw new Failure(`${readme} does not say how to install the package.`);
  }
  return lines.map(line => line.split(/\s+/).slice(1));
}

/** The import statements at the beginning of a block, and the lines after them. */
function splitImports(code) {
  const imports = code.match(/^(?:\s*import\s[^;]*?from\s+'[^']+';\n)*/)[0];
  // Prettier ends an element that stands alone with a semicolon.
  const body = code.slice(imports.length).trim().replace(/>;$/, '>');
  return { imports: imports.trim(), body };
}

function insertAt(text, { before, everywhere }, body) {
  return everywhere
    ? text.replaceAll(before, `${body}\n${before}`)
    : text.replace(before, `${body}\n${before}`);
}

/**
 * Writes the code that a README gives below a heading into the files that its blocks name in their first line, and
 * leaves out what has no place in a generated app.
 *
 * @returns the names of the blocks that were written
 */
export function applyCode({ readme, heading, app }) {
  const written = [];
  for (const { content } of blocksBelow(readme, heading)) {
    const [, named, code] = content.match(/^\/\/ (.+)\n([^]*)$/) ?? [];
    if (named === ownFeatures.named) {
      writeFileSync(path.join(app, ownFeatures.file), code);
      written.push(ownFeatures.file);
    }
    const place = places[named];
    if (!place) {
      continue;
    }
    const file = path.join(app, named.split(',')[0]);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(place.before)) {
      throw new Failure(
        `The generated ${named} has no "${place.before}": the template has changed.`,
      );
    }
    const { imports, body } = splitImports(code);
    writeFileSync(file, `${imports}\n${insertAt(text, place, body)}`);
    written.push(named);
  }
  return written;
}
