import {
  columnsOf,
  DEFAULT_COLUMNS,
  TOKEN_COLUMNS,
  toggled,
} from './tokenColumns';

describe('the columns of the table of tokens', () => {
  it('are those by default until somebody chooses', () => {
    expect(columnsOf(undefined)).toEqual(DEFAULT_COLUMNS);
    expect(columnsOf('state')).toEqual(DEFAULT_COLUMNS);
  });

  it('say whether a token still works, until when, and whether anybody uses it, next to its name', () => {
    expect(DEFAULT_COLUMNS.slice(0, 3)).toEqual([
      'state',
      'expiresAt',
      'lastUsedAt',
    ]);
  });

  it('are what was kept, in the order of the table, without unknown names', () => {
    expect(columnsOf(['kind', 'colour', 'state'])).toEqual(['state', 'kind']);
    expect(columnsOf([])).toEqual([]);
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
