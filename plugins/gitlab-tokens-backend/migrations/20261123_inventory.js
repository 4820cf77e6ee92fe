// @ts-check

const TOKENS = 'gitlab_tokens_inventory';
const TERMS = 'gitlab_tokens_inventory_terms';
const OWNERS = 'gitlab_tokens_owners';
const ENTITY_OWNERS = 'gitlab_tokens_entity_owners';

/** What lists are sorted by, each with the token's reference for those that are equal. Null is last both ways. */
const SORT_KEYS = [
  'name_key',
  'owner_key',
  'kind',
  ...['expires_at', 'last_used_at', 'created_at'].flatMap(column => [
    `coalesce(${column}, '~')`,
    `coalesce(${column}, '')`,
  ]),
];

/** @param {import('knex').Knex} knex */
const isPostgres = knex => knex.client.config.client === 'pg';

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // Both databases then sort by code points, whatever the locale of PostgreSQL is.
  const key = isPostgres(knex) ? 'text collate "C"' : 'text collate binary';
  await knex.schema.createTable(TOKENS, table => {
    table.comment('Tokens as GitLab last listed them');
    table.increments('id');
    table.specificType('ref', key).notNullable().unique();
    table.string('environment').notNullable();
    table.string('host').notNullable();
    table.specificType('kind', key).notNullable();
    table.string('owner_type').notNullable();
    table.bigInteger('owner_id').notNullable();
    table.text('owner_path');
    table
      .specificType('owner_key', key)
      .notNullable()
      .comment('The path in lower case with a slash at its end');
    table.bigInteger('token_id').notNullable();
    table.text('name').notNullable();
    table.specificType('name_key', key).notNullable().comment('Lower case');
    table.text('description');
    table.text('scopes').notNullable().comment('JSON');
    table.string('role');
    table.boolean('revoked').notNullable();
    table.bigInteger('user_id');
    table.text('username');
    table.specificType('created_at', key).comment('ISO timestamp');
    table.specificType('expires_at', key).comment('YYYY-MM-DD');
    table.specificType('last_used_at', key).comment('ISO timestamp');
    table.text('observed_at').notNullable().comment('ISO timestamp');
    table.specificType('search', key).notNullable();
    table
      .string('place')
      .notNullable()
      .comment('Of what it was listed: group:10, project:20, user:3');
    table.string('family').notNullable();
    // Without an index, so that PostgreSQL can renew the rows that GitLab tells unchanged without touching any.
    table
      .bigInteger('generation')
      .notNullable()
      .comment('Of the listing that last had it');
    if (isPostgres(knex)) {
      table.specificType('terms', 'integer[]').notNullable();
    }
    table.index(['environment', 'place', 'family']);
    table.index(['owner_key', 'owner_type', 'host']);
    table.index(['token_id']);
  });
  for (const [number, sortKey] of SORT_KEYS.entries()) {
    await knex.raw(
      `create index ${TOKENS}_sort_${number} on ${TOKENS} ((${sortKey}), ref)`,
    );
  }
  // What rows are found by, beside what they are sorted by: hashes of three letters in a row, and of filter values.
  await knex.raw(
    isPostgres(knex)
      ? `create index ${TERMS} on ${TOKENS} using gin (terms)`
      : `create virtual table ${TERMS} using fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
  );
  await knex.schema.createTable(OWNERS, table => {
    table.comment('Whose tokens are listed, and how that went');
    table.string('environment').notNullable();
    table.string('place').notNullable();
    table.string('owner_type').notNullable();
    table.bigInteger('owner_id').notNullable();
    table.text('owner_path');
    table.string('listed_at').comment('ISO timestamp of the last success');
    table.string('tried_at').comment('ISO timestamp of the last attempt');
    table.text('problem').comment('JSON');
    table.integer('tokens').notNullable();
    table
      .bigInteger('generation')
      .notNullable()
      .comment('Of the listing that was begun last');
    table.primary(['environment', 'place']);
  });
  await knex.schema.createTable(ENTITY_OWNERS, table => {
    table.comment('Who owns the catalog entities behind groups and projects');
    table.specificType('owner_key', key).notNullable();
    table.string('owner_type').notNullable();
    table.string('host').notNullable();
    table.string('entity_owner').notNullable();
    table.primary(['owner_key', 'owner_type', 'host', 'entity_owner']);
    table.index(['entity_owner']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (!isPostgres(knex)) {
    await knex.schema.dropTable(TERMS);
  }
  await knex.schema.dropTable(ENTITY_OWNERS);
  await knex.schema.dropTable(OWNERS);
  await knex.schema.dropTable(TOKENS);
};
