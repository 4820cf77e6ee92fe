// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('gitlab_tokens_operations', table => {
    table.index(['old_token_id']);
    table.index(['new_token_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('gitlab_tokens_operations', table => {
    table.dropIndex(['new_token_id']);
    table.dropIndex(['old_token_id']);
  });
};
