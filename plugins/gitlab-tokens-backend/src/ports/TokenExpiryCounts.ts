import { TokenRestriction } from '../domain/InventoryToken';
import { ExpiryCount } from '../domain/tokenExpiries';

/** An access token by its number; deploy tokens have numbers of their own. */
export interface NumberedAccessToken {
  environment: string;
  tokenId: number;
}

/** Which expiries are counted. */
export interface ExpiryQuery {
  /** The day on which tokens are active or not, `YYYY-MM-DD` in UTC. */
  today: string;
  /** Tokens that do not count. */
  except: NumberedAccessToken[];
}

/** The expiries of the inventory's tokens, as they were last listed, in the plugin's database. */
export interface TokenExpiryCounts {
  /**
   * Counts active tokens, in the order of environments and dates.
   *
   * @param restriction - what the permission framework lets the asker see; undefined: everything
   */
  count(
    query: ExpiryQuery,
    restriction?: TokenRestriction,
  ): Promise<ExpiryCount[]>;
}
