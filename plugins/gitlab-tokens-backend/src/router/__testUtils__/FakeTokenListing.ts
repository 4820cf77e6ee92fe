import {
  GitlabTarget,
  InventoryOwner,
  ManagedToken,
  TokenQuery,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  OwnerInEnvironment,
  TokenCondition,
  TokenListing,
  TokenRestriction,
} from '../TokenListing';

/** The inventory in memory; of queries it knows restrictions alone. */
export class FakeTokenListing implements TokenListing {
  /** The last query. */
  asked: TokenQuery | undefined;
  tokens: ManagedToken[] = [];
  inventoryOwners: InventoryOwner[] = [];
  pages: AsyncIterable<ManagedToken[]> | undefined;
  /** By environment, type and path. */
  entityOwners: Record<string, string[]> = {};

  async list(query: TokenQuery, restriction?: TokenRestriction) {
    this.asked = query;
    const items = this.#visible(restriction);
    const { offset, limit } = query;
    const total = items.length;
    return { items, total, totalIsExact: true, offset, limit };
  }

  async *export(query: TokenQuery, restriction?: TokenRestriction) {
    this.asked = query;
    yield* this.pages ?? [this.#visible(restriction)];
  }

  async find(ref: string) {
    return this.tokens.find(token => token.ref === ref);
  }

  async expiries(restriction?: TokenRestriction) {
    const alive = this.#visible(restriction).filter(
      ({ state, expiresAt }) => state === 'active' && expiresAt !== null,
    );
    return {
      items: alive.map(({ environment, expiresAt }) => ({
        environment,
        days: [{ date: expiresAt!, tokens: 1 }],
        never: 0,
      })),
    };
  }

  async owners(environment?: string) {
    return this.inventoryOwners.filter(
      each => !environment || each.environment === environment,
    );
  }

  async entityTokens(target: GitlabTarget, restriction?: TokenRestriction) {
    return this.#visible(restriction).filter(
      ({ owner }) => owner.path === target.path,
    );
  }

  async entityOwnersOf(owners: OwnerInEnvironment[]) {
    return owners.map(
      ({ environment, type, path }) =>
        this.entityOwners[`${environment} ${type} ${path}`] ?? [],
    );
  }

  #visible(restriction?: TokenRestriction) {
    return this.tokens.filter(
      token => !restriction || holds(restriction, token),
    );
  }
}

function holds(restriction: TokenRestriction, token: ManagedToken): boolean {
  if ('allOf' in restriction) {
    return restriction.allOf.every(each => holds(each, token));
  }
  if ('anyOf' in restriction) {
    return restriction.anyOf.some(each => holds(each, token));
  }
  return 'not' in restriction
    ? !holds(restriction.not, token)
    : holdsCondition(restriction, token);
}

function holdsCondition(condition: TokenCondition, token: ManagedToken) {
  switch (condition.rule) {
    case 'IS_IN_ENVIRONMENT':
      return condition.environments.includes(token.environment);
    case 'HAS_KIND':
      return condition.kinds.includes(token.kind);
    default:
      return token.entityOwners.some(it => condition.claims.includes(it));
  }
}
