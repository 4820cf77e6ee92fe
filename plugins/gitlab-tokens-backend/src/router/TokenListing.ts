import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  GitlabTarget,
  InventoryOwnerList,
  ManagedToken,
  ManagedTokenList,
  TokenKind,
  TokenQuery,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** What a permission for a token is decided on: one of the inventory, or one that is to be. */
export type TokenFacts = Pick<
  ManagedToken,
  'environment' | 'kind' | 'entityOwners'
>;

/** One condition of who may see or change a token. */
export type TokenCondition =
  | { rule: 'IS_IN_ENVIRONMENT'; environments: string[] }
  | { rule: 'HAS_KIND'; kinds: TokenKind[] }
  | { rule: 'BELONGS_TO_OWNED_ENTITY'; claims: string[] };

/** Conditions put together; none at all lets everything be seen. */
export type TokenRestriction = PermissionCriteria<TokenCondition>;

/** The inventory of tokens, as it was last listed. */
export interface TokenListing {
  list(
    query: TokenQuery,
    restriction?: TokenRestriction,
  ): Promise<ManagedTokenList>;
  /** All that match, in pages, whatever the query's limit. */
  export(
    query: TokenQuery,
    restriction?: TokenRestriction,
  ): AsyncIterable<ManagedToken[]>;
  find(ref: string): Promise<ManagedToken | undefined>;
  owners(environment?: string): Promise<InventoryOwnerList>;
  /** Those of the group or project itself, and of the groups above it. */
  entityTokens(
    target: GitlabTarget,
    restriction?: TokenRestriction,
  ): Promise<ManagedToken[]>;
  /** Entity references of who owns, in the catalog, what this GitLab owner belongs to. */
  entityOwnersOf(
    environment: string,
    ownerType: 'user' | 'group' | 'project',
    ownerPath: string,
  ): Promise<string[]>;
}
