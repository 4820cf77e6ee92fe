import {
  isDeployKind,
  TOKEN_KINDS,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Knex } from 'knex';
import { TokenRestriction } from '../../domain/InventoryToken';
import { ExpiryCount } from '../../domain/tokenExpiries';
import { ExpiryQuery, TokenExpiryCounts } from '../../ports/TokenExpiryCounts';
import { whereAllowed } from './inventoryConditions';
import { TOKENS } from './inventoryRows';

const DEPLOY_KINDS = TOKEN_KINDS.filter(isDeployKind);

/**
 * Counts the expiries in the plugin's own database, which gives one row for each environment and day. It reads nothing
 * but the index of the expiries, unless a restriction asks whom something belongs to.
 */
export class KnexTokenExpiryCounts implements TokenExpiryCounts {
  constructor(private readonly knex: Knex) {}

  async count(
    { today, except }: ExpiryQuery,
    restriction?: TokenRestriction,
  ): Promise<ExpiryCount[]> {
    const counts: Knex.QueryBuilder = this.knex(TOKENS)
      .select('environment', 'expires_at as date')
      .count({ tokens: '*' })
      .where('revoked', false)
      .where(alive =>
        alive.whereNull('expires_at').orWhere('expires_at', '>', today),
      )
      .groupBy('environment', 'expires_at')
      .orderBy(['environment', 'expires_at']);
    for (const { environment, tokenId } of except) {
      counts.whereNot(excepted =>
        excepted
          .where({ environment, token_id: tokenId })
          .whereNotIn('kind', DEPLOY_KINDS),
      );
    }
    if (restriction) {
      counts.where(allowed => whereAllowed(allowed, restriction));
    }
    const rows: CountRow[] = await counts;
    return rows.map(row => ({ ...row, tokens: Number(row.tokens) }));
  }
}

/** PostgreSQL gives counts as text. */
type CountRow = Omit<ExpiryCount, 'tokens'> & { tokens: number | string };
