import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';
import { TOKEN_SORTS } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { SelectField } from '../operations/SelectField';
import { Sorting } from './TokenTableHead';

const useStyles = makeStyles(
  { sorting: { display: 'flex', alignItems: 'center' } },
  { name: 'GitlabTokensCardSorting' },
);

/** By what cards are sorted, where there are no headers to sort by. */
export function CardSorting(props: { sorting: Sorting }) {
  const { sort, order, onSort } = props.sorting;
  const classes = useStyles();
  const { t } = useWords();
  return (
    <div className={classes.sorting}>
      <SelectField
        id="gitlab-tokens-sort"
        label={t('tokens.sortBy')}
        value={sort}
        options={TOKEN_SORTS.map(value => ({
          value,
          label: t(`tokens.column.${value}`),
        }))}
        onChange={onSort}
      />
      <IconButton
        aria-label={t(`tokens.turnOrder.${order}`)}
        onClick={() => onSort(sort)}
      >
        {order === 'asc' ? (
          <ArrowUpwardIcon fontSize="small" />
        ) : (
          <ArrowDownwardIcon fontSize="small" />
        )}
      </IconButton>
    </div>
  );
}
