import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  gitlabTokensEnvironmentReadPermission,
  gitlabTokensOperationReadPermission,
  gitlabTokensTokenPermissions,
  RESOURCE_TYPE_GITLAB_TOKEN,
  tokenKindSchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { z } from 'zod';
import { EnvironmentCatalog } from '../operations/EnvironmentCatalog';
import { credentialOf, factsOfOwner } from './factsOfOwner';
import { TokenCondition, TokenFacts, TokenListing } from './TokenListing';

/** The tokens that permissions are decided on. */
export const tokenResourceRef = createPermissionResourceRef<
  TokenFacts,
  TokenCondition
>().with({
  pluginId: 'gitlab-tokens',
  resourceType: RESOURCE_TYPE_GITLAB_TOKEN,
});

const isInEnvironment = createPermissionRule({
  name: 'IS_IN_ENVIRONMENT',
  description: 'Allow tokens that are managed in one of these environments',
  resourceRef: tokenResourceRef,
  paramsSchema: z.object({
    environments: z
      .array(z.string())
      .describe('Names of environments, as the configuration has them'),
  }),
  apply: (token, { environments }) => environments.includes(token.environment),
  toQuery: ({ environments }) => ({ rule: 'IS_IN_ENVIRONMENT', environments }),
});

const hasKind = createPermissionRule({
  name: 'HAS_KIND',
  description: 'Allow tokens of one of these kinds',
  resourceRef: tokenResourceRef,
  paramsSchema: z.object({
    kinds: z.array(tokenKindSchema).describe('Kinds of token'),
  }),
  apply: (token, { kinds }) => kinds.includes(token.kind),
  toQuery: ({ kinds }) => ({ rule: 'HAS_KIND', kinds }),
});

const belongsToOwnedEntity = createPermissionRule({
  name: 'BELONGS_TO_OWNED_ENTITY',
  description:
    'Allow tokens of groups and projects that stand behind a catalog entity with one of these owners',
  resourceRef: tokenResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references, one of which must own the entity'),
  }),
  apply: ({ entityOwners }, { claims }) =>
    entityOwners.some(owner => claims.includes(owner)),
  toQuery: ({ claims }) => ({ rule: 'BELONGS_TO_OWNED_ENTITY', claims }),
});

const rules = { isInEnvironment, hasKind, belongsToOwnedEntity };

const exported = createConditionExports({
  resourceRef: tokenResourceRef,
  rules,
});

/**
 * The conditions that a permission policy can put on tokens: `isInEnvironment`, `hasKind` and `belongsToOwnedEntity`.
 *
 * @public
 */
export const gitlabTokensConditions = exported.conditions;

/**
 * For a permission policy: allows what one of the token permissions is for where the conditions hold.
 *
 * @example
 *
 * ```ts
 * // Owners of an entity may issue project tokens for it in dev.
 * if (isPermission(request.permission, gitlabTokensTokenIssuePermission)) {
 *   return createGitlabTokensConditionalDecision(request.permission, {
 *     allOf: [
 *       gitlabTokensConditions.isInEnvironment({ environments: ['dev'] }),
 *       gitlabTokensConditions.hasKind({ kinds: ['project'] }),
 *       gitlabTokensConditions.belongsToOwnedEntity({
 *         claims: user?.info.ownershipEntityRefs ?? [],
 *       }),
 *     ],
 *   });
 * }
 * ```
 *
 * @public
 */
export const createGitlabTokensConditionalDecision =
  exported.createConditionalDecision;

/**
 * Makes the permissions and the rules known to the permission framework, which names tokens by their `ref`. With the
 * environments, it can be asked about their credentials, too, where these are not in the inventory.
 */
export function registerPermissions(
  registry: PermissionsRegistryService,
  tokens: Pick<TokenListing, 'find' | 'entityOwnersOf'>,
  environments?: Pick<EnvironmentCatalog, 'list'>,
): void {
  registry.addPermissions([
    gitlabTokensEnvironmentReadPermission,
    gitlabTokensOperationReadPermission,
  ]);
  registry.addResourceType({
    resourceRef: tokenResourceRef,
    permissions: gitlabTokensTokenPermissions,
    rules: Object.values(rules),
    getResources: refs =>
      Promise.all(
        refs.map(async ref => {
          const token = await tokens.find(ref);
          return token ?? (await credentialCalled(ref, tokens, environments));
        }),
      ),
  });
}

async function credentialCalled(
  ref: string,
  tokens: Pick<TokenListing, 'entityOwnersOf'>,
  environments?: Pick<EnvironmentCatalog, 'list'>,
): Promise<TokenFacts | undefined> {
  const [name, kind, , tokenId] = ref.split('.');
  const known = (await environments?.list({ fresh: false })) ?? [];
  const environment = known.find(
    each =>
      each.name === name &&
      each.observed?.kind === kind &&
      `${each.observed?.tokenId}` === tokenId,
  );
  return environment && factsOfOwner(tokens, credentialOf(environment));
}
