import { NotFoundError } from '@backstage/errors';
import {
  daysUntilExpiry,
  GitlabTarget,
  InventoryOwner,
  isDeployKind,
  ManagedToken,
  ManagedTokenList,
  Owner,
  TokenExpiries,
  TokenQuery,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { Inspection } from '../../domain/Inspection';
import { InventoryToken, TokenRestriction } from '../../domain/InventoryToken';
import { toTokenExpiries } from '../../domain/tokenExpiries';
import { InspectionStore } from '../../ports/InspectionStore';
import { TokenExpiryCounts } from '../../ports/TokenExpiryCounts';
import { PlaceOnHost, TokenInventory } from '../../ports/TokenInventory';

export type {
  TokenCondition,
  TokenFacts,
  TokenRestriction,
} from '../../domain/InventoryToken';

/** What tokens of an environment belong to. */
export type OwnerInEnvironment = { environment: string } & Pick<
  Owner,
  'type' | 'path'
>;

/** What the catalog works with. */
export interface TokenCatalogOptions {
  environments: EnvironmentSettings[];
  inventory: TokenInventory;
  expiries: TokenExpiryCounts;
  inspections: InspectionStore;
  now: () => Date;
}

/**
 * The tokens of all environments as they were last listed, described as of now. It asks GitLab nothing. `restriction`
 * is what the permission framework lets the asker see; undefined: everything.
 */
export class TokenCatalog {
  readonly #options: TokenCatalogOptions;

  constructor(options: TokenCatalogOptions) {
    this.#options = options;
  }

  async list(
    query: TokenQuery,
    restriction?: TokenRestriction,
  ): Promise<ManagedTokenList> {
    const dated = { ...query, today: this.#today() };
    const [page, describe] = await Promise.all([
      this.#options.inventory.query(dated, restriction),
      this.#describer(),
    ]);
    const { total, totalIsExact } = page;
    const { offset, limit } = query;
    const items = page.tokens.map(describe);
    return { items, total, totalIsExact, offset, limit };
  }

  /** All tokens that match, whatever offset and limit say, in batches of at most 500. */
  async *export(
    query: TokenQuery,
    restriction?: TokenRestriction,
  ): AsyncGenerator<ManagedToken[]> {
    const dated = { ...query, today: this.#today() };
    const describe = await this.#describer();
    const batches = this.#options.inventory.export(dated, restriction);
    for await (const tokens of batches) {
      yield tokens.map(describe);
    }
  }

  /** @throws NotFoundError when the inventory has no token of this reference */
  async get(ref: string): Promise<ManagedToken> {
    const token = await this.find(ref);
    if (!token) {
      throw new NotFoundError(
        `There is no token "${ref}" in the inventory. It may be of an owner that is not listed, or not have been listed yet.`,
      );
    }
    return token;
  }

  async find(ref: string): Promise<ManagedToken | undefined> {
    const token = await this.#options.inventory.get(ref);
    return token && (await this.#describer())(token);
  }

  /** When the active tokens of each environment expire, without the one that it runs on. */
  async expiries(restriction?: TokenRestriction): Promise<TokenExpiries> {
    const inspections = await this.#options.inspections.list();
    const except = inspections.flatMap(({ environment, observed }) =>
      observed ? [{ environment, tokenId: observed.tokenId }] : [],
    );
    const counts = await this.#options.expiries.count(
      { today: this.#today(), except },
      restriction,
    );
    return toTokenExpiries(counts);
  }

  /** Whose tokens are listed, with how it went last; of all environments where none is given. */
  async owners(environment?: string): Promise<InventoryOwner[]> {
    return this.#options.inventory.owners(environment);
  }

  /** The tokens of the project or group behind a catalog entity and of the groups above it, environment by environment. */
  async entityTokens(
    target: GitlabTarget,
    restriction?: TokenRestriction,
  ): Promise<ManagedToken[]> {
    const path = target.path ?? (await this.#pathOf(target));
    if (path === null) {
      return [];
    }
    const hosts = target.host === null ? await this.#hosts() : [target.host];
    const places = [...new Set(hosts)].flatMap(host =>
      withGroupsAbove({ host, type: target.type, path }),
    );
    const tokens = await this.#options.inventory.belongingTo(
      places,
      restriction,
    );
    return tokens.map(await this.#describer());
  }

  /** Entity references of the owners of the catalog entities behind each of these, in their order. */
  async entityOwnersOf(owners: OwnerInEnvironment[]): Promise<string[][]> {
    const hosts = this.#hostsByEnvironment(
      await this.#options.inspections.list(),
    );
    return this.#options.inventory.entityOwners(
      owners.map(({ environment, type, path }) => {
        // Nothing is known of a host without a name.
        const host = hosts.get(environment) ?? '';
        return { host, type, path };
      }),
    );
  }

  /** The path of an entity of which the catalog tells only GitLab's number. */
  async #pathOf({ type, id }: GitlabTarget): Promise<string | null> {
    const owners = await this.#options.inventory.owners();
    const known = owners.find(
      ({ owner }) => owner.type === type && owner.id === id,
    );
    return known?.owner.path ?? null;
  }

  async #hosts(): Promise<string[]> {
    const inspections = await this.#options.inspections.list();
    return [...this.#hostsByEnvironment(inspections).values()];
  }

  async #describer(): Promise<(token: InventoryToken) => ManagedToken> {
    const inspections = await this.#options.inspections.list();
    const hosts = this.#hostsByEnvironment(inspections);
    const now = this.#options.now();
    return token => ({
      ...token,
      daysLeft:
        token.expiresAt === null ? null : daysUntilExpiry(token.expiresAt, now),
      credentialOf: inspections
        .filter(each => runsOn(each, token, hosts.get(token.environment)))
        .map(each => each.environment),
    });
  }

  #hostsByEnvironment(inspections: Inspection[]): Map<string, string> {
    const hosts = this.#options.environments.map(({ name, host }) => {
      const inspection = inspections.find(each => each.environment === name);
      return [name, inspection?.file?.host ?? host] as const;
    });
    return new Map(
      hosts.filter((each): each is [string, string] => each[1] !== undefined),
    );
  }

  #today(): string {
    return this.#options.now().toISOString().slice(0, 10);
  }
}

/** Deploy tokens have numbers of their own, and no portal runs on one. */
function runsOn(
  { observed, file }: Inspection,
  { tokenId, kind }: InventoryToken,
  host: string | undefined,
): boolean {
  return (
    observed?.tokenId === tokenId &&
    file !== null &&
    file.host === host &&
    !isDeployKind(kind)
  );
}

/** What a project can use: its own tokens, and those of every group that it is in. */
function withGroupsAbove(place: PlaceOnHost): PlaceOnHost[] {
  const parts = place.path.split('/');
  const above = parts.slice(0, -1).map((_, index) => ({
    host: place.host,
    type: 'group' as const,
    path: parts.slice(0, index + 1).join('/'),
  }));
  return [place, ...above];
}
