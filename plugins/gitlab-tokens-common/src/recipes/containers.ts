import { commands, environmentBlock, shellWord } from './blocks';
import { ShellLogin } from './git';
import { RecipeSource, Site, isOfDeployTokens } from './Site';
import { Recipe, RecipeContext } from './types';

/** Container images: GitLab's own registry, and its cache of Docker Hub. */
export const containerRecipes: readonly RecipeSource[] = [
  {
    id: 'docker-login',
    needs: registryNeeds,
    build: site => ({ blocks: loginBlocks(site, site.registryHost) }),
  },
  {
    id: 'dependency-proxy',
    needs: proxyNeeds,
    build: site => ({
      blocks: [
        ...loginBlocks(site, site.host),
        commands(
          `docker pull ${shellWord(
            `${site.host}/${site.group.path}/dependency_proxy/containers/alpine:latest`,
          )}`,
        ),
      ],
    }),
  },
];

/** `api` and `read_api` hold the registry's permissions too: `abilities_for_scopes` in GitLab's `lib/gitlab/auth.rb`. */
function registryNeeds(context: RecipeContext): Recipe['needs'] {
  return isOfDeployTokens(context)
    ? { scopes: [['read_registry']] }
    : {
        scopes: [['read_registry'], ['api'], ['read_api']],
        minimumRole: 'reporter',
      };
}

/** The proxy is a group's: tokens of projects do not reach it. Bots and deploy tokens must be able to write, too. */
function proxyNeeds({ kind }: RecipeContext): Recipe['needs'] | null {
  const virtual = [
    ['read_virtual_registry', 'read_registry'],
    ['write_virtual_registry', 'write_registry'],
  ];
  switch (kind) {
    case 'project':
    case 'project-deploy':
      return null;
    case 'group-deploy':
      return {
        scopes: [
          ['read_registry', 'write_registry'],
          ['read_virtual_registry', 'write_virtual_registry'],
        ],
      };
    case 'group':
      return {
        scopes: [['api'], ['read_registry', 'write_registry'], ...virtual],
        minimumRole: 'guest',
      };
    default:
      return {
        scopes: [['api'], ['read_registry'], ...virtual],
        minimumRole: 'guest',
      };
  }
}

function loginBlocks({ userName }: Site, host: string) {
  const login = { user: shellWord(userName), variable: 'GITLAB_TOKEN' };
  return [
    environmentBlock('GITLAB_TOKEN'),
    commands(loginCommand(shellWord(host), login)),
  ];
}

/** The value goes through a pipe, and `printf` is no process of its own in a shell. */
export function loginCommand(
  host: string,
  { user, variable }: ShellLogin,
): string {
  return `printf '%s' "$${variable}" | docker login ${host} -u ${user} --password-stdin`;
}
