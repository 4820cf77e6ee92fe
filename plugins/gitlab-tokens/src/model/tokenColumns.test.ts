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

  it('are what was kept, in the order of the table, without unknown names', () => {
    expect(columnsOf(['state', 'colour', 'kind'])).toEqual(['kind', 'state']);
    expect(columnsOf([])).toEqual([]);
  });

  it('come and go one by one', () => {
    expect(toggled(['kind', 'state'], 'owner')).toEqual([
      'kind',
      'owner',
      'state',
    ]);
    expect(toggled(['kind', 'state'], 'kind')).toEqual(['state']);
    expect(toggled(TOKEN_COLUMNS, 'kind')).not.toContain('kind');
  });
});
