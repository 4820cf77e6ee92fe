import { RecipeContext } from '../types';

const project = { type: 'project', id: 20, path: 'grp/proj' } as const;
const group = { type: 'group', id: 10, path: 'grp' } as const;

/** A token of each kind with what it belongs to; every field can be given. */
export function aContext(
  kind: RecipeContext['kind'],
  fields: Partial<RecipeContext> = {},
): RecipeContext {
  const isDeployToken = kind === 'group-deploy' || kind === 'project-deploy';
  const isOfUser = ['personal', 'impersonation', 'service-account'].includes(
    kind,
  );
  const owner = kind.startsWith('group') ? group : project;
  return {
    kind,
    scopes: [],
    webUrl: 'https://gitlab.example.com',
    owner: isOfUser ? { type: 'user', id: 5, path: 'dora' } : owner,
    target: isOfUser ? project : undefined,
    username: isDeployToken ? 'gitlab+deploy-token-1' : null,
    registryHost: 'registry.example.com',
    name: 'ci',
    ...fields,
  };
}

export { group, project };
