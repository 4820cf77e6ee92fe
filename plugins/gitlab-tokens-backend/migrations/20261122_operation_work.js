// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('gitlab_tokens_operations', table => {
    table
      .text('work')
      .notNullable()
      .defaultTo('{}')
      .comment('What is needed to carry it out: JSON');
    table.text('problem').comment('Why it is parked, in words: JSON');
    table.string('new_username').comment('Of a new deploy token');
    table.string('minting_since').comment('ISO timestamp');
    table.string('proven_at').comment('ISO timestamp');
    table.bigInteger('not_before').comment('Milliseconds of the epoch');
    table.index(['subject']);
    table.index(['open_subject', 'not_before']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('gitlab_tokens_operations', table => {
    table.dropIndex(['open_subject', 'not_before']);
    table.dropIndex(['subject']);
    table.dropColumn('work');
    table.dropColumn('problem');
    table.dropColumn('new_username');
    table.dropColumn('minting_since');
    table.dropColumn('proven_at');
    table.dropColumn('not_before');
  });
};
