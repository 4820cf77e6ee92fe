import {
  VALUE_PLACEHOLDER,
  commands,
  environmentBlock,
  shellWord,
} from './blocks';
import { RecipeSource, Site, isOfDeployTokens } from './Site';

/** A user name and the variable with the value, both as a shell reads them. */
export interface ShellLogin {
  readonly user: string;
  readonly variable: string;
}

/** Git and what fetches through it. */
export const gitRecipes: readonly RecipeSource[] = [
  {
    id: 'git-clone',
    needs: context =>
      isOfDeployTokens(context)
        ? { scopes: [['read_repository']] }
        : {
            scopes: [['read_repository'], ['write_repository'], ['api']],
            minimumRole: 'reporter',
          },
    build: site => ({
      blocks: [
        environmentBlock('GITLAB_TOKEN'),
        commands(
          cloneCommand(site, {
            user: shellWord(site.userName),
            variable: 'GITLAB_TOKEN',
          }),
        ),
      ],
    }),
  },
  {
    id: 'go',
    needs: context =>
      isOfDeployTokens(context)
        ? null
        : {
            scopes: [['api'], ['read_api', 'read_repository']],
            minimumRole: 'reporter',
          },
    build: ({ webUrl, hostName, userName, ...site }) => {
      const place = site.context.target ?? site.context.owner;
      const path = place.type === 'user' ? site.project.path : place.path;
      const prefix = `${webUrl.replace(/^\w+:\/\//, '')}/${path}`;
      return {
        blocks: [
          {
            language: 'netrc',
            file: '~/.netrc',
            template: `machine ${hostName} login ${userName} password ${VALUE_PLACEHOLDER}`,
          },
          commands(`go env -w GOPRIVATE=${shellWord(prefix)}`),
        ],
        notes: ['GO_NEEDS_HTTPS'],
      };
    },
  },
];

/**
 * A clone whose token is in no URL: neither `.git/config` nor the list of processes shows it, and the empty helper
 * before keeps others from storing it.
 */
export function cloneCommand(
  { webUrl, project }: Site,
  { user, variable }: ShellLogin,
): string {
  const url = shellWord(`${webUrl}/${project.path}.git`);
  return [
    'git',
    `-c credential.username=${user}`,
    '-c credential.helper=',
    `-c credential.helper='!f() { echo "password=$${variable}"; }; f'`,
    `clone ${url}`,
  ].join(' ');
}
