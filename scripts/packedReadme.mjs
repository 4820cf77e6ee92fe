import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { repository } from './repository.mjs';

/** What a README gives as a whole file, and where it goes. */
const wholeFiles = {
  // An app that chooses its features itself: beside the generated one, so that its types are checked.
  'packages/app/src/App.tsx': 'packages/app/src/AppWithOwnFeatures.tsx',
  'packages/app/src/components/home/HomePage.tsx':
    'packages/app/src/components/home/HomePage.tsx',
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

/** The fenced blocks of a README below a heading, down to the next heading. */
function blocksBelow(readme, heading) {
  const text = readFileSync(path.join(repository, readme), 'utf8');
  // Headings and blocks in one go: a block of YAML has lines that look like headings.
  const parts = [...text.matchAll(/^(#+ .+)$|^```(\w+)\n([^]*?)^```$/gm)];
  const start = parts.findIndex(([, title]) => title === heading);
  if (start < 0) {
    throw new Failure(`${readme} has no heading "${heading}".`);
  }
  const rest = parts.slice(start + 1);
  const end = rest.findIndex(([, title]) => title);
  return rest
    .slice(0, end < 0 ? undefined : end)
    .map(([, , language, content]) => ({ language, content }));
}

/** The `yarn … add …` lines that a README gives below a heading, each as the arguments of yarn. */
export function installLines({ readme, heading }) {
  return blocksBelow(readme, heading)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ content }) => content.trim().split('\n'))
    .filter(line => line.startsWith('yarn '))
    .map(line => line.split(/\s+/).slice(1));
}

/** The configuration that a README gives below a heading for a purpose, as text; none where it gives none. */
export function configurationFor({ readme, heading, purpose }) {
  const named = `# app-config.yaml, for ${purpose}\n`;
  return blocksBelow(readme, heading)
    .map(({ content }) => content)
    .find(content => content.startsWith(named));
}

/** The import statements at the beginning of a block, and the lines after them. */
function splitImports(code) {
  const imports = code.match(/^(?:\s*import\s[^;]*?from\s+'[^']+';\n)*/)[0];
  // Prettier ends an element that stands alone with a semicolon.
  const body = code.slice(imports.length).trim().replace(/>;$/, '>');
  return { imports: imports.trim(), body };
}

function writeWhole(app, name, code) {
  const file = path.join(app, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, code);
}

function insertAt(text, { before, everywhere }, body) {
  const both = () => `${body}\n${before}`;
  return everywhere
    ? text.replaceAll(before, both)
    : text.replace(before, both);
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
    if (wholeFiles[named]) {
      writeWhole(app, wholeFiles[named], code);
      written.push(wholeFiles[named]);
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
