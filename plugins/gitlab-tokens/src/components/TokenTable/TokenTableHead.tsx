import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { TokenSort } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { sortOf, TokenColumn } from '../../model/tokenColumns';
import { HIDDEN_FROM_SIGHT } from '../hiddenFromSight';
import { WideRow } from '../table';
import { headerId } from './TokenCell';
import { AllTick, Ticked } from './TokenTick';

const useStyles = makeStyles(
  { hidden: HIDDEN_FROM_SIGHT },
  { name: 'GitlabTokensTokenTableHead' },
);

/** How the table is sorted, and how to sort it in another way. */
export type Sorting = {
  sort: TokenSort;
  order: 'asc' | 'desc';
  onSort: (sort: TokenSort) => void;
};

function ColumnHeader(props: {
  column: TokenColumn | 'name';
  sorting: Sorting;
}) {
  const { column, sorting } = props;
  const { t } = useWords();
  const label = t(`tokens.column.${column}`);
  const sort = column === 'name' ? 'name' : sortOf(column);
  const isSorted = sort === sorting.sort;
  return (
    <TableCell
      id={headerId(column)}
      scope="col"
      sortDirection={isSorted && sorting.order}
    >
      {sort ? (
        <TableSortLabel
          active={isSorted}
          direction={isSorted ? sorting.order : 'asc'}
          onClick={() => sorting.onSort(sort)}
        >
          {label}
        </TableSortLabel>
      ) : (
        label
      )}
    </TableCell>
  );
}

/** The headers: the tick of all rows, the names of the columns, by some of which the table can be sorted. */
export function TokenTableHead(props: {
  columns: readonly TokenColumn[];
  sorting: Sorting;
  ticked: Ticked;
  onTickAll: (isTicked: boolean) => void;
}) {
  const { columns, sorting, ticked, onTickAll } = props;
  const classes = useStyles();
  const { t } = useWords();
  return (
    <TableHead>
      <WideRow>
        <TableCell padding="checkbox">
          <AllTick ticked={ticked} onTickAll={onTickAll} />
        </TableCell>
        {(['name', ...columns] as const).map(column => (
          <ColumnHeader key={column} column={column} sorting={sorting} />
        ))}
        <TableCell scope="col">
          <span className={classes.hidden}>{t('tokens.column.actions')}</span>
        </TableCell>
      </WideRow>
    </TableHead>
  );
}
