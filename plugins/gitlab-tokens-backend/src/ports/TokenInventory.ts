import {
  InventoryOwner,
  Owner,
  TokenQuery,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { InventoryToken, TokenRestriction } from '../domain/InventoryToken';

/** Some tokens of those that match, and how many these are. */
export interface InventoryPage {
  tokens: InventoryToken[];
  /** At least so many match. */
  total: number;
  /** Whether exactly so many match; always where the page is the last one. */
  totalIsExact: boolean;
}

/** A query, with the day on which tokens are expired or not, `YYYY-MM-DD` in UTC. */
export type DatedQuery = TokenQuery & { today: string };

/** A group or project of a GitLab host. */
export interface PlaceOnHost {
  host: string;
  type: 'group' | 'project';
  /** Full path. */
  path: string;
}

/** What tokens belong to, of a GitLab host. No entity stands for a person. */
export type OwnerOnHost = { host: string } & Pick<Owner, 'type' | 'path'>;

/**
 * The tokens of all environments as they were last listed, in the plugin's database. `restriction` is what the
 * permission framework lets the asker see; undefined: everything.
 */
export interface TokenInventory {
  query(
    query: DatedQuery,
    restriction?: TokenRestriction,
  ): Promise<InventoryPage>;
  /** All that match, in the query's order and without its offset and limit, in batches. */
  export(
    query: DatedQuery,
    restriction?: TokenRestriction,
  ): AsyncIterable<InventoryToken[]>;
  get(ref: string): Promise<InventoryToken | undefined>;
  /** The tokens that belong to any of these themselves, in the order of environments and names. */
  belongingTo(
    places: PlaceOnHost[],
    restriction?: TokenRestriction,
  ): Promise<InventoryToken[]>;
  owners(environment?: string): Promise<InventoryOwner[]>;
  /** Entity references of who owns the catalog entities behind each of these, in their order. */
  entityOwners(owners: OwnerOnHost[]): Promise<string[][]>;
}
