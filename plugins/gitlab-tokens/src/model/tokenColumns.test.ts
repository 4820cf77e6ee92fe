import {
  columnsOf,
  defaultColumns,
  TOKEN_COLUMNS,
  toggled,
} from './tokenColumns';

describe('the columns of the table of tokens', () => {
  const byDefault = defaultColumns({ areOfSeveralEnvironments: true });

  it('are those by default until somebody chooses', () => {
    expect(columnsOf(undefined, byDefault)).toEqual(byDefault);
    expect(columnsOf('state', byDefault)).toEqual(byDefault);
  });

  it('say whether a token still works, until when, and whether anybody uses it, next to its name', () => {
    expect(byDefault.slice(0, 3)).toEqual(['state', 'expiresAt', 'lastUsedAt']);
  });

  it('leave out the environment where it is the same for all tokens', () => {
    expect(byDefault).toContain('environment');
    expect(defaultColumns({ areOfSeveralEnvironments: false })).toEqual(
      byDefault.filter(column => column !== 'environment'),
    );
  });

  it('are what was kept, in the order of the table, without unknown names', () => {
    expect(columnsOf(['kind', 'colour', 'state'], byDefault)).toEqual([
      'state',
      'kind',
    ]);
    expect(columnsOf([], byDefault)).toEqual([]);
  });

  it('come and go one by one', () => {
    expect(toggled(['state', 'kind'], 'expiresAt')).toEqual([
      'state',
      'expiresAt',
      'kind',
    ]);
    expect(toggled(['state', 'kind'], 'kind')).toEqual(['state']);
    expect(toggled(TOKEN_COLUMNS, 'kind')).not.toContain('kind');
  });
});
