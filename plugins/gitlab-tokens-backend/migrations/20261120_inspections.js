// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('gitlab_tokens_inspections', table => {
    table.comment('The last inspection of each environment; no secrets');
    table.string('environment').primary();
    table.string('inspected_at').notNullable().comment('ISO timestamp');
    table.string('outcome').notNullable();
    table.text('problem').comment('JSON: code, message, action');
    table.text('file').comment('JSON: what was learned from the SOPS file');
    table.text('observed').comment('JSON: the last good observation');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('gitlab_tokens_inspections');
};
