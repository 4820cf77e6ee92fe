/**
 * Proves that the import rules in .eslintrc.js catch what they forbid, and only that. A rule that resolves nothing
 * passes silently, so each is shown a bad import and must report it.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { runProgram } from './failure.mjs';
import { repository } from './repository.mjs';

const { ESLint } = createRequire(import.meta.url)('eslint');

const rules = [
  'import/no-restricted-paths',
  '@typescript-eslint/no-restricted-imports',
];
const backend = 'plugins/gitlab-tokens-backend';
const prefix = '@gitlab-tokens/backstage-plugin-gitlab-tokens';

/** What each file may not import: the package's folder, a file in it, the imports. */
const forbidden = [
  [
    'packages/sops',
    'src/x.ts',
    '@backstage/errors',
    '@gitlab-tokens/gitlab-emulator',
    `${prefix}-common`,
    '../../gitlab-emulator/src',
    '../../../plugins/gitlab-tokens-node/src/Secret',
  ],
  [
    'packages/gitlab-emulator',
    'src/x.ts',
    '@backstage/config',
    '@gitlab-tokens/sops',
    `${prefix}-common`,
    '../../sops/src',
  ],
  [
    'plugins/gitlab-tokens-common',
    'src/x.ts',
    '@backstage/backend-plugin-api',
    '@backstage/core-plugin-api',
    '@gitlab-tokens/sops',
    `${prefix}-node`,
    '../../gitlab-tokens-node/src',
  ],
  [
    'plugins/gitlab-tokens-node',
    'src/x.ts',
    '@backstage/plugin-catalog-node',
    '@backstage/core-components',
    `${prefix}-backend`,
    '@gitlab-tokens/gitlab-emulator',
    '../../gitlab-tokens-backend/src',
  ],
  [
    backend,
    'src/x.ts',
    '@backstage/core-components',
    '@backstage/backend-defaults',
    prefix,
    '@gitlab-tokens/gitlab-emulator',
    '../../gitlab-tokens/src',
    '../../../packages/gitlab-emulator/src',
  ],
  [
    'plugins/gitlab-tokens',
    'src/x.tsx',
    '@backstage/backend-plugin-api',
    '@backstage/config-loader',
    '@gitlab-tokens/sops',
    `${prefix}-node`,
    `${prefix}-backend`,
    '../../gitlab-tokens-backend/src',
    '../../../packages/sops/src',
  ],
  [
    backend,
    'src/router/x.ts',
    '../ports/GitlabGateway',
    '../adapters/sops/SopsCredentialStore',
    '../jobs/inspectionJobs',
    '../plugin',
  ],
  [
    backend,
    'src/jobs/x.ts',
    '../ports/GitlabGateway',
    '../adapters/sops/SopsCredentialStore',
    '../router/createRouter',
    '../plugin',
  ],
  [
    backend,
    'src/operations/x.ts',
    '../adapters/sops/SopsCredentialStore',
    '../router/createRouter',
    '../jobs/inspectionJobs',
    '../plugin',
  ],
  [
    backend,
    'src/adapters/sops/x.ts',
    '../../operations/Inspector',
    '../../router/createRouter',
    '../../jobs/inspectionJobs',
    '../../plugin',
  ],
  [
    backend,
    'src/ports/x.ts',
    '../operations/Inspector',
    '../adapters/sops/SopsCredentialStore',
    '../plugin',
  ],
  [
    backend,
    'src/domain/x.ts',
    '../ports/GitlabGateway',
    '../operations/Inspector',
    '../adapters/sops/SopsCredentialStore',
    '@backstage/errors',
    '@gitlab-tokens/sops',
    `${prefix}-node`,
    'knex',
    'node:fs',
  ],
];

/** What each file may import: a rule that forbids everything would pass the list above. */
const allowed = [
  [
    'plugins/gitlab-tokens-node',
    'src/x.ts',
    '@backstage/config',
    '@backstage/integration',
    `${prefix}-common`,
    '@gitlab-tokens/sops',
  ],
  [
    backend,
    'src/x.ts',
    './router/createRouter',
    './adapters/sops/SopsCredentialStore',
    `${prefix}-node`,
    '@backstage/integration',
  ],
  [
    'plugins/gitlab-tokens',
    'src/x.tsx',
    `${prefix}-common`,
    '@backstage/core-plugin-api/alpha',
    '@backstage/plugin-catalog-react/alpha',
  ],
  [backend, 'src/router/x.ts', '../operations/Inspector'],
  [backend, 'src/jobs/x.ts', '../operations/Inspector'],
  [
    backend,
    'src/operations/x.ts',
    '../ports/GitlabGateway',
    '../domain/findings',
  ],
  [
    backend,
    'src/adapters/sops/x.ts',
    '../../ports/GitlabGateway',
    '../../domain/findings',
    '@gitlab-tokens/sops',
  ],
  [backend, 'src/ports/x.ts', '../domain/findings', `${prefix}-node`],
  [backend, 'src/domain/x.ts', './findings', `${prefix}-common`],
  [
    backend,
    'src/operations/x.test.ts',
    '../adapters/sops/SopsCredentialStore',
    '@gitlab-tokens/gitlab-emulator',
  ],
];

/** Whether the import rules report that import in that file, which need not exist. */
async function isReported(folder, file, imported) {
  const directory = path.join(repository, folder);
  const eslint = new ESLint({ cwd: directory });
  const [result] = await eslint.lintText(`import '${imported}';\n`, {
    filePath: path.join(directory, file),
  });
  const broken = result?.messages.find(message => message.fatal);
  if (!result || broken) {
    throw new Error(`${folder}/${file} cannot be linted: ${broken?.message}`);
  }
  return result.messages.some(message => rules.includes(message.ruleId));
}

async function wrongAnswers(cases, expected) {
  const wrong = [];
  for (const [folder, file, ...imports] of cases) {
    for (const imported of imports) {
      if ((await isReported(folder, file, imported)) !== expected) {
        wrong.push(`${folder}/${file}: import '${imported}'`);
      }
    }
  }
  return wrong;
}

await runProgram(async () => {
  const missed = await wrongAnswers(forbidden, true);
  const refused = await wrongAnswers(allowed, false);
  missed.forEach(it => console.log(`forbidden, but not reported: ${it}`));
  refused.forEach(it => console.log(`allowed, but reported: ${it}`));
  const count = cases =>
    cases.reduce((sum, [, , ...imports]) => sum + imports.length, 0);
  console.log(
    `${count(forbidden)} forbidden and ${count(
      allowed,
    )} allowed imports tried, ` + `${missed.length + refused.length} wrong`,
  );
  return missed.length + refused.length === 0 ? 0 : 1;
});
