/**
 * Who may import whom (docs/architecture.md). The packages' own .eslintrc.js come from Backstage's factory and win over
 * this file where both set a rule; the two rules here are set by this file alone.
 *
 * `npm test` proves that each rule catches a bad import: scripts/import-rules.mjs.
 */
const tests = [
  '**/*.test.ts',
  '**/*.test.tsx',
  '**/__testUtils__/**',
  '**/__fixtures__/**',
  '**/setupTests.ts',
];

const common = 'backstage-plugin-gitlab-tokens-common';
const node = 'backstage-plugin-gitlab-tokens-node';

/** Per folder: which of our packages and which of Backstage's it may import, by name. */
const packageRules = {
  'packages/sops': { ours: [], backstage: [] },
  'packages/gitlab-emulator': { ours: [], backstage: [] },
  'plugins/gitlab-tokens-common': {
    ours: [],
    backstage: ['errors', 'types', 'catalog-model', 'plugin-permission-common'],
  },
  'plugins/gitlab-tokens-node': {
    ours: [common, 'sops'],
    backstage: [
      'backend-defaults',
      'backend-plugin-api',
      'config',
      'config-loader',
      'errors',
      'integration',
      'types',
    ],
  },
  'plugins/gitlab-tokens-backend': {
    ours: [common, node, 'sops'],
    backstage: [
      'backend-plugin-api',
      'catalog-model',
      'config',
      'errors',
      'integration',
      'plugin-catalog-node',
      'plugin-permission-common',
      'plugin-permission-node',
      'types',
    ],
  },
  'plugins/gitlab-tokens': {
    ours: [common],
    backstage: [
      'catalog-model',
      'core-components',
      'core-plugin-api',
      'errors',
      'frontend-plugin-api',
      'plugin-catalog-react',
      'plugin-home-react',
      'plugin-permission-react',
    ],
  },
};

/** Per folder of the backend: which of its other folders it may import. */
const layerRules = {
  router: ['operations'],
  jobs: ['operations'],
  operations: ['ports', 'domain'],
  adapters: ['ports', 'domain'],
  ports: ['domain'],
  domain: [],
};

/** A pattern for what may not be imported: everything of that namespace but the allowed names. */
function allBut(namespace, allowed) {
  return {
    group: [`${namespace}/*`, ...allowed.map(it => `!${namespace}/${it}`)],
    message: `Of ${namespace} this package may import ${
      allowed.join(', ') || 'nothing'
    }: see docs/architecture.md.`,
  };
}

/** Zones for imports by path, and for imports by name as they resolve: every other package of ours is closed. */
function packageZones(folder, ours) {
  const directories = {
    sops: 'packages/sops',
    [common]: 'plugins/gitlab-tokens-common',
    [node]: 'plugins/gitlab-tokens-node',
  };
  const open = [folder, ...ours.map(name => directories[name])];
  return ['packages', 'plugins'].map(parent => ({
    target: `./${folder}`,
    from: `./${parent}`,
    except: open
      .filter(it => it.startsWith(`${parent}/`))
      .map(it => `./${it.slice(parent.length + 1)}`),
    message: 'This package may not import that one: see docs/architecture.md.',
  }));
}

const backend = './plugins/gitlab-tokens-backend/src';
const layerZones = Object.entries(layerRules).map(([layer, allowed]) => ({
  target: `${backend}/${layer}`,
  from: backend,
  except: [layer, ...allowed].map(it => `./${it}`),
  message: `${layer} may import ${
    allowed.join(', ') || 'no other folder'
  }: see docs/architecture.md.`,
}));

const packageOverrides = Object.entries(packageRules).map(
  ([folder, { ours, backstage }]) => ({
    files: [`${folder}/src/**`],
    excludedFiles: tests,
    rules: {
      'import/no-restricted-paths': [
        'error',
        {
          basePath: __dirname,
          zones: [
            ...packageZones(folder, ours),
            ...(folder === 'plugins/gitlab-tokens-backend' ? layerZones : []),
          ],
        },
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            allBut('@gitlab-tokens', ours),
            allBut('@backstage', backstage),
          ],
        },
      ],
    },
  }),
);

module.exports = {
  root: true,
  // Without a resolver, import/no-restricted-paths finds nothing and passes silently.
  settings: {
    'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
  },
  overrides: [
    {
      files: ['playwright.config.ts'],
      parser: '@typescript-eslint/parser',
      parserOptions: { sourceType: 'module' },
    },
    ...packageOverrides,
    {
      files: ['plugins/gitlab-tokens-backend/src/domain/**'],
      excludedFiles: tests,
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                group: [
                  '/*',
                  '!/.',
                  '!/..',
                  '!/@gitlab-tokens',
                  '@gitlab-tokens/*',
                  `!@gitlab-tokens/${common}`,
                ],
                message:
                  'The domain is pure: of other packages it imports the common package alone.',
              },
            ],
          },
        ],
      },
    },
  ],
};
