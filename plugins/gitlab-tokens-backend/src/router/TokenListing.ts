import {
  GitlabTarget,
  InventoryOwner,
  ManagedToken,
  ManagedTokenList,
  TokenExpiries,
  TokenQuery,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  OwnerInEnvironment,
  TokenRestriction,
} from '../operations/inventory/TokenCatalog';

export type {
  OwnerInEnvironment,
  TokenCondition,
  TokenFacts,
  TokenRestriction,
} from '../operations/inventory/TokenCatalog';

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
  /** Of the active tokens, without the environments' own credentials. */
  expiries(restriction?: TokenRestriction): Promise<TokenExpiries>;
  owners(environment?: string): Promise<InventoryOwner[]>;
  /** Those of the group or project itself, and of the groups above it. */
  entityTokens(
    target: GitlabTarget,
    restriction?: TokenRestriction,
  ): Promise<ManagedToken[]>;
  /** Entity references of who owns, in the catalog, what each of these stands for; in their order. */
  entityOwnersOf(owners: OwnerInEnvironment[]): Promise<string[][]>;
}
