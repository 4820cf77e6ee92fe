import { parse } from 'yaml';
import { scopesOfKind } from '../scopes';
import { TOKEN_KINDS, TokenKind } from '../tokens';
import { aContext, group, project } from './__fixtures__/contexts';
import { VALUE_PLACEHOLDER, fillRecipe } from './blocks';
import { recipesFor } from './recipesFor';
import { RecipeContext, RecipeId } from './types';

const API = 'https://gitlab.example.com/api/v4';
const DEPLOY_USER = 'gitlab+deploy-token-1';

/** The blocks of one recipe with TOKEN for the value. */
function filled(
  kind: TokenKind,
  id: RecipeId,
  fields: Partial<RecipeContext> = {},
): string[] {
  const context = aContext(kind, { scopes: scopesOfKind(kind), ...fields });
  const recipe = recipesFor(context).find(it => it.id === id);
  return (recipe?.blocks ?? []).map(block => fillRecipe(block, 'TOKEN'));
}

const helper = (variable: string) =>
  `-c credential.helper= -c credential.helper='!f() { echo "password=$${variable}"; }; f'`;

describe('the recipes', () => {
  it('clone without a token in the URL', () => {
    expect(filled('project', 'git-clone')).toEqual([
      " export GITLAB_TOKEN='TOKEN'",
      `git -c credential.username=oauth2 ${helper(
        'GITLAB_TOKEN',
      )} clone https://gitlab.example.com/grp/proj.git`,
    ]);
    expect(filled('group-deploy', 'git-clone', { target: project })[1]).toBe(
      `git -c credential.username=${DEPLOY_USER} ${helper(
        'GITLAB_TOKEN',
      )} clone https://gitlab.example.com/grp/proj.git`,
    );
  });

  it('log in to the registry and to the dependency proxy through a pipe', () => {
    const login = (host: string, user: string) =>
      `printf '%s' "$GITLAB_TOKEN" | docker login ${host} -u ${user} --password-stdin`;
    expect(filled('project-deploy', 'docker-login')[1]).toBe(
      login('registry.example.com', DEPLOY_USER),
    );
    expect(
      filled('personal', 'docker-login', {
        webUrl: 'https://gitlab.com',
        registryHost: undefined,
      })[1],
    ).toBe(login('registry.gitlab.com', 'oauth2'));
    expect(filled('group', 'dependency-proxy').slice(1)).toEqual([
      login('gitlab.example.com', 'oauth2'),
      'docker pull gitlab.example.com/grp/dependency_proxy/containers/alpine:latest',
    ]);
  });

  it('give Composer its credentials, its repository and its domain', () => {
    const [auth, variable, composer] = filled('personal', 'composer', {
      target: group,
    });
    const ofToken = { 'gitlab-token': { 'gitlab.example.com': 'TOKEN' } };
    expect(JSON.parse(auth)).toEqual(ofToken);
    expect(variable).toBe(` export COMPOSER_AUTH='${JSON.stringify(ofToken)}'`);
    expect(JSON.parse(composer)).toEqual({
      repositories: [
        {
          type: 'composer',
          url: `${API}/group/10/-/packages/composer/packages.json`,
        },
      ],
      config: { 'gitlab-domains': ['gitlab.example.com'] },
    });
    expect(JSON.parse(filled('group-deploy', 'composer')[0])).toEqual({
      'gitlab-token': {
        'gitlab.example.com': { username: DEPLOY_USER, token: 'TOKEN' },
      },
    });
    const onGitlabCom = filled('group', 'composer', {
      webUrl: 'https://gitlab.com',
    })[2];
    expect(JSON.parse(onGitlabCom)).not.toHaveProperty('config');
  });

  it('let npm, NuGet and Maven take the value from the environment', () => {
    expect(filled('project', 'npm')).toEqual([
      " export NPM_TOKEN='TOKEN'",
      `@grp:registry=${API}/projects/20/packages/npm/\n//gitlab.example.com/api/v4/projects/20/packages/npm/:_authToken=\${NPM_TOKEN}`,
    ]);
    expect(filled('group', 'npm')[1]).toContain(
      `@grp:registry=${API}/groups/10/-/packages/npm/`,
    );
    const [user, password, nuget] = filled('group-deploy', 'nuget');
    expect(user).toBe(`export GITLAB_PACKAGE_REGISTRY_USERNAME=${DEPLOY_USER}`);
    expect(password).toBe(" export GITLAB_PACKAGE_REGISTRY_PASSWORD='TOKEN'");
    expect(nuget).toContain(
      `<add key="gitlab" value="${API}/groups/10/-/packages/nuget/index.json" />`,
    );
    const [, settings, pom] = filled('project', 'maven');
    expect(settings.replace(/\s+/g, '')).toContain(
      '<server><id>gitlab-maven</id><configuration><httpHeaders><property><name>Private-Token</name><value>${env.GITLAB_TOKEN}</value></property></httpHeaders></configuration></server>',
    );
    expect(pom).toContain(`<url>${API}/projects/20/packages/maven</url>`);
    expect(filled('project-deploy', 'maven')[1]).toContain(
      '<name>Deploy-Token</name>',
    );
  });

  it('install and publish Python packages', () => {
    expect(filled('project', 'pip')).toEqual([
      '[global]\nindex-url = https://oauth2:TOKEN@gitlab.example.com/api/v4/projects/20/packages/pypi/simple',
      'PIP_CONFIG_FILE=pip.conf pip install --no-deps PACKAGE',
    ]);
    expect(filled('group-deploy', 'pip')[0]).toContain(
      'https://gitlab%2Bdeploy-token-1:TOKEN@gitlab.example.com/api/v4/groups/10/-/packages/pypi/simple',
    );
    expect(filled('project-deploy', 'twine')).toEqual([
      " export TWINE_PASSWORD='TOKEN'",
      `TWINE_USERNAME=${DEPLOY_USER} python3 -m twine upload --repository-url ${API}/projects/20/packages/pypi dist/*`,
    ]);
  });

  it('let Go find private modules', () => {
    expect(filled('group', 'go')).toEqual([
      'machine gitlab.example.com login oauth2 password TOKEN',
      'go env -w GOPRIVATE=gitlab.example.com/grp',
    ]);
  });

  it('keep the state of Terraform, with the password in the environment', () => {
    const address = `${API}/projects/20/terraform/state/default`;
    expect(filled('project', 'terraform-state')).toEqual([
      " export TF_HTTP_PASSWORD='TOKEN'",
      `terraform init \\
  -backend-config=address=${address} \\
  -backend-config=lock_address=${address}/lock \\
  -backend-config=unlock_address=${address}/lock \\
  -backend-config=username=oauth2 \\
  -backend-config=lock_method=POST \\
  -backend-config=unlock_method=DELETE \\
  -backend-config=retry_wait_min=5`,
    ]);
  });

  it('use a variable in a job', () => {
    const script = (...fields: Parameters<typeof filled>) =>
      parse(filled(...fields)[0])['use-token'].script;
    expect(
      script('project', 'ci-variable', {
        scopes: ['api', 'read_registry'],
        variableKey: 'BOT_TOKEN',
      }),
    ).toEqual([
      `printf 'PRIVATE-TOKEN: %s' "$BOT_TOKEN" | curl --fail --header @- ${API}/projects/20`,
      `git -c credential.username=oauth2 ${helper(
        'BOT_TOKEN',
      )} clone https://gitlab.example.com/grp/proj.git`,
      `printf '%s' "$BOT_TOKEN" | docker login "$CI_REGISTRY" -u oauth2 --password-stdin`,
    ]);
    expect(
      script('project-deploy', 'ci-deploy-token', {
        name: 'gitlab-deploy-token',
        scopes: ['read_repository', 'read_registry'],
      }),
    ).toEqual([
      `git -c credential.username="$CI_DEPLOY_USER" ${helper(
        'CI_DEPLOY_PASSWORD',
      )} clone https://gitlab.example.com/grp/proj.git`,
      `printf '%s' "$CI_DEPLOY_PASSWORD" | docker login "$CI_REGISTRY" -u "$CI_DEPLOY_USER" --password-stdin`,
    ]);
  });

  it('ask the API for something that the token may read', () => {
    const curl = (header: string, path: string) => [
      " export GITLAB_TOKEN='TOKEN'",
      `printf '${header}: %s' "$GITLAB_TOKEN" | curl --fail --header @- ${API}/${path}`,
    ];
    expect(filled('group', 'curl')).toEqual(curl('PRIVATE-TOKEN', 'groups/10'));
    expect(filled('project', 'curl', { scopes: ['self_rotate'] })).toEqual(
      curl('PRIVATE-TOKEN', 'personal_access_tokens/self'),
    );
    expect(filled('project-deploy', 'curl')).toEqual(
      curl('DEPLOY-TOKEN', 'projects/20/packages/generic/PACKAGE/VERSION/FILE'),
    );
  });

  it('follow a GitLab that is under a path and on a port', () => {
    const webUrl = 'https://example.com:8443/gitlab';
    expect(filled('group', 'composer', { webUrl })[0]).toContain(
      '"example.com:8443/gitlab"',
    );
    expect(filled('project', 'git-clone', { webUrl })[1]).toContain(
      'clone https://example.com:8443/gitlab/grp/proj.git',
    );
    expect(filled('group', 'go', { webUrl })).toEqual([
      'machine example.com login oauth2 password TOKEN',
      'go env -w GOPRIVATE=example.com:8443/gitlab/grp',
    ]);
  });

  it.each(TOKEN_KINDS)(
    'never put the value of a %s token into a command line or a job',
    kind => {
      const context = aContext(kind, {
        scopes: scopesOfKind(kind),
        name: 'gitlab-deploy-token',
      });
      const recipes = recipesFor(context);
      expect(recipes.length).toBeGreaterThan(5);
      for (const block of recipes.flatMap(({ blocks }) => blocks)) {
        const holdsValue = block.template.includes(VALUE_PLACEHOLDER);
        const isAssignment = /^ export [A-Z_]+='[^\n]*'$/.test(block.template);
        const isFile = block.file !== undefined && block.language !== 'yaml';
        expect(holdsValue && !isAssignment && !isFile).toBe(false);
      }
    },
  );
});
