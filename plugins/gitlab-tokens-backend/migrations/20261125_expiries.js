// @ts-check

const TOKENS = 'gitlab_tokens_inventory';
const INDEX = `${TOKENS}_expiries`;

/**
 * All that is needed to count the expiries of each day, so that the rows themselves, which are wide, are not read.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable(TOKENS, table => {
    table.index(
      ['environment', 'expires_at', 'revoked', 'kind', 'token_id'],
      INDEX,
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable(TOKENS, table => {
    table.dropIndex([], INDEX);
  });
};
