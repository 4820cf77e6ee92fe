import { commands, environmentBlock, shellWord } from './blocks';
import { RecipeSource, Site, isOfDeployTokens } from './Site';

/** GitLab's API. Every token but a deploy token may ask about itself; a deploy token reaches packages alone. */
export const curlRecipe: RecipeSource = {
  id: 'curl',
  needs: context =>
    isOfDeployTokens(context)
      ? { scopes: [['read_package_registry'], ['write_package_registry']] }
      : { scopes: [[]] },
  build: site => ({
    blocks: [
      environmentBlock('GITLAB_TOKEN'),
      commands(curlCommand(site, 'GITLAB_TOKEN')),
    ],
  }),
};

/** The header goes through a pipe, as command lines are no secret. */
export function curlCommand(site: Site, variable: string): string {
  const header = site.isDeployToken ? 'DEPLOY-TOKEN' : 'PRIVATE-TOKEN';
  const url = shellWord(`${site.apiUrl}/${endpointOf(site)}`);
  return `printf '${header}: %s' "$${variable}" | curl --fail --header @- ${url}`;
}

function endpointOf({ context, isDeployToken, ...site }: Site): string {
  if (isDeployToken) {
    return `projects/${site.project.id}/packages/generic/PACKAGE/VERSION/FILE`;
  }
  const readsApi = ['api', 'read_api'].some(it => context.scopes.includes(it));
  const place = context.target ?? context.owner;
  return readsApi && place.type !== 'user'
    ? site.resourcePath
    : 'personal_access_tokens/self';
}
