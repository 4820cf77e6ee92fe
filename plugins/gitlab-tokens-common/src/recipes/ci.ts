import { yamlText, shellWord } from './blocks';
import { loginCommand } from './containers';
import { curlCommand } from './curl';
import { ShellLogin, cloneCommand } from './git';
import { RecipeSource, Site, isOfDeployTokens } from './Site';
import { RecipeBlock, RecipeContext } from './types';

const DEPLOY_TOKEN_NAME = 'gitlab-deploy-token';
const DEFAULT_KEY = 'GITLAB_TOKEN';

/** Jobs of GitLab CI/CD, which get the value as a variable. */
export const ciRecipes: readonly RecipeSource[] = [
  {
    id: 'ci-variable',
    needs: context => ({
      scopes: isOfDeployTokens(context)
        ? [
            ['read_repository'],
            ['read_registry'],
            ['read_package_registry'],
            ['write_package_registry'],
          ]
        : [
            ['api'],
            ['read_api'],
            ['read_repository'],
            ['write_repository'],
            ['read_registry'],
          ],
    }),
    build: site => {
      const variable = site.context.variableKey ?? DEFAULT_KEY;
      const login = { user: shellWord(site.userName), variable };
      const calls = hasAny(site.context, [
        'api',
        'read_api',
        'read_package_registry',
        'write_package_registry',
      ]);
      return {
        blocks: [
          job([
            ...(calls ? [curlCommand(site, variable)] : []),
            ...loginLines(site, login),
          ]),
        ],
        notes: ['PROTECTED_VARIABLE'],
      };
    },
  },
  {
    id: 'ci-deploy-token',
    needs: context =>
      isOfDeployTokens(context) && context.name === DEPLOY_TOKEN_NAME
        ? { scopes: [['read_repository'], ['read_registry']] }
        : null,
    build: site => ({
      blocks: [
        job(
          loginLines(site, {
            user: '"$CI_DEPLOY_USER"',
            variable: 'CI_DEPLOY_PASSWORD',
          }),
        ),
      ],
      notes: ['BY_ITS_NAME'],
    }),
  },
];

/** What the token's scopes let a job do with Git and with the registry. */
function loginLines(site: Site, login: ShellLogin): string[] {
  const clones = hasAny(site.context, [
    'read_repository',
    'write_repository',
    ...(site.isDeployToken ? [] : ['api']),
  ]);
  const pulls = hasAny(site.context, ['read_registry']);
  return [
    ...(clones ? [cloneCommand(site, login)] : []),
    ...(pulls ? [loginCommand('"$CI_REGISTRY"', login)] : []),
  ];
}

function hasAny({ scopes }: RecipeContext, wanted: readonly string[]): boolean {
  return wanted.some(scope => scopes.includes(scope));
}

function job(lines: readonly string[]): RecipeBlock {
  const script = lines.map(line => `    - ${yamlText(line)}`);
  return {
    language: 'yaml',
    file: '.gitlab-ci.yml',
    template: ['use-token:', '  script:', ...script].join('\n'),
  };
}
