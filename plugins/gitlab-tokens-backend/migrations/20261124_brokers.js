// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('gitlab_tokens_brokers', table => {
    table.comment('What the broker of each environment is and may; no secrets');
    table.string('environment').primary();
    table.string('observed_at').notNullable().comment('ISO timestamp');
    table.text('facts').notNullable().comment('JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('gitlab_tokens_brokers');
};
