import {
  ManagedToken,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** A token as the inventory keeps it; what depends on the clock or on the environments' files is added on reading. */
export type InventoryToken = Omit<ManagedToken, 'daysLeft' | 'credentialOf'>;

/** One condition of who may see or change a token. */
export type TokenCondition =
  | { rule: 'IS_IN_ENVIRONMENT'; environments: string[] }
  | { rule: 'HAS_KIND'; kinds: TokenKind[] }
  /** `claims` are entity references, one of which must own a catalog entity that the token's owner stands behind. */
  | { rule: 'BELONGS_TO_OWNED_ENTITY'; claims: string[] };

/** Conditions put together, in the shape that the permission framework gives them. */
export type TokenRestriction =
  | TokenCondition
  | { anyOf: [TokenRestriction, ...TokenRestriction[]] }
  | { allOf: [TokenRestriction, ...TokenRestriction[]] }
  | { not: TokenRestriction };

/** What a permission for a token is decided on: one of the inventory, or one that is to be. */
export type TokenFacts = Pick<
  InventoryToken,
  'environment' | 'kind' | 'entityOwners'
>;
