// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('gitlab_tokens_operations', table => {
    table.comment('The ledger: what was done to tokens, step by step');
    table.string('id').primary();
    table.string('kind').notNullable();
    table.string('environment').notNullable();
    table
      .string('open_subject')
      .unique()
      .comment('The subject while the operation is open, null afterwards');
    table.string('subject').notNullable();
    table.string('token_kind').notNullable();
    table.string('owner');
    table.string('requested_by').notNullable();
    table.text('plan').notNullable().comment('JSON');
    table.bigInteger('old_token_id');
    table.string('step').notNullable();
    table.string('parked').comment('Code of why it waits for somebody');
    table.bigInteger('new_token_id');
    table
      .text('sealed')
      .comment('The new value, encrypted with age; only until it is proven');
    table.text('deliveries').notNullable().comment('JSON');
    table.integer('attempts').notNullable();
    table.integer('version').notNullable();
    table.string('lease_holder');
    table.bigInteger('lease_until').comment('Milliseconds of the epoch');
    table.string('created_at').notNullable().comment('ISO timestamp');
    table.string('updated_at').notNullable().comment('ISO timestamp');
    table.index(['created_at', 'id']);
    table.index(['environment', 'created_at']);
  });
  await knex.schema.createTable('gitlab_tokens_leases', table => {
    table.comment('Who may use something exclusively, and until when');
    table.string('name').primary();
    table.string('holder').notNullable();
    table
      .bigInteger('until')
      .notNullable()
      .comment('Milliseconds of the epoch');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('gitlab_tokens_leases');
  await knex.schema.dropTable('gitlab_tokens_operations');
};
