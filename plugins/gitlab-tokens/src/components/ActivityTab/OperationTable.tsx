import { makeStyles } from '@material-ui/core/styles';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useIsNarrow } from '../../hooks/useIsNarrow';
import { useWords } from '../../hooks/useWords';
import { WideRow, WideTable } from '../table';
import { CardList } from '../TokenTable';
import { OperationHandlers } from './OperationButtons';
import { OperationCard } from './OperationCard';
import { OperationRow } from './OperationRow';

const COLUMNS = [
  'when',
  'who',
  'what',
  'environment',
  'token',
  'delivered',
  'step',
  'actions',
] as const;

const useStyles = makeStyles(
  {
    // Eight columns need it to be read
    table: { minWidth: 960 },
  },
  { name: 'GitlabTokensOperationTable' },
);

/**
 * Operations in rows, or in cards where the window is narrow, the newest first as the backend gives them.
 */
export function OperationTable(
  props: OperationHandlers & {
    operations: readonly Operation[];
    /** Others are on their way. */
    pending: boolean;
    now: Date;
  },
) {
  const { operations, pending, ...others } = props;
  const classes = useStyles();
  const { t } = useWords();
  const isNarrow = useIsNarrow();
  if (isNarrow) {
    return (
      <CardList label={t('activity.caption')} pending={pending}>
        {operations.map(operation => (
          <OperationCard key={operation.id} operation={operation} {...others} />
        ))}
      </CardList>
    );
  }
  return (
    <WideTable
      region={t('activity.region')}
      caption={t('activity.caption')}
      showsCaption
      keepsLastColumn
      pending={pending}
      className={classes.table}
    >
      <TableHead>
        <WideRow>
          {COLUMNS.map(column => (
            <TableCell key={column} scope="col">
              {t(`activity.column.${column}`)}
            </TableCell>
          ))}
        </WideRow>
      </TableHead>
      <TableBody>
        {operations.map(operation => (
          <OperationRow key={operation.id} operation={operation} {...others} />
        ))}
      </TableBody>
    </WideTable>
  );
}
