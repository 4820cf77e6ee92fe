import { makeStyles } from '@material-ui/core/styles';
import TablePagination from '@material-ui/core/TablePagination';
import { ManagedTokenList } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { PAGE_SIZES } from '../../model/tokenQuery';

const useStyles = makeStyles(
  theme => ({
    toolbar: {
      flexWrap: 'wrap',
      justifyContent: 'flex-end',
      minHeight: 0,
      paddingLeft: 0,
    },
    actions: { marginLeft: theme.spacing(1) },
    spacer: { flex: '1 1 0' },
  }),
  { name: 'GitlabTokensTokenPages' },
);

/** Which of the tokens are shown, of how many, and the way to the others. */
export function TokenPages(props: {
  list: ManagedTokenList;
  onPage: (page: number) => void;
  onPageSize: (limit: number) => void;
}) {
  const { list, onPage, onPageSize } = props;
  const classes = useStyles();
  const { t, formats } = useWords();
  const shown = {
    from: formats.count(list.offset + 1),
    to: formats.count(list.offset + list.items.length),
    total: formats.count(list.total),
  };
  return (
    <TablePagination
      component="div"
      classes={classes}
      count={list.total}
      page={Math.floor(list.offset / list.limit)}
      rowsPerPage={list.limit}
      rowsPerPageOptions={PAGE_SIZES}
      labelRowsPerPage={t('tokens.rowsPerPage')}
      labelDisplayedRows={() => (
        <span role="status">
          {list.totalIsExact
            ? t('tokens.shown', shown)
            : t('tokens.shownAtLeast', shown)}
        </span>
      )}
      backIconButtonText={t('tokens.previousPage')}
      nextIconButtonText={t('tokens.nextPage')}
      onPageChange={(_, page) => onPage(page + 1)}
      onRowsPerPageChange={({ target }) => onPageSize(Number(target.value))}
    />
  );
}
