import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
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
    region: {
      // What is too wide scrolls here and not with the page
      overflowX: 'auto',
    },
    table: {
      // Eight columns need it to be read
      minWidth: 960,
      '& caption': { captionSide: 'top' },
      // Backstage's theme breaks words anywhere, as if there were no room to scroll into
      '& td, & th': { wordBreak: 'normal', lineHeight: 1.43 },
    },
    pending: { opacity: 0.6 },
  },
  { name: 'GitlabTokensOperationTable' },
);

/** Operations in rows, the newest first as the backend gives them. */
export function OperationTable(props: {
  operations: readonly Operation[];
  pending: boolean;
  now: Date;
  isActing: boolean;
  onOpen: (operation: Operation) => void;
  onResume: (operation: Operation) => void;
}) {
  const { operations, pending, ...others } = props;
  const classes = useStyles();
  const { t } = useWords();
  return (
    <div
      className={classes.region}
      role="region"
      aria-label={t('activity.region')}
    >
      <Table
        size="small"
        aria-busy={pending}
        className={`${classes.table} ${pending ? classes.pending : ''}`}
      >
        <caption>{t('activity.caption')}</caption>
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell key={column} scope="col">
                {t(`activity.column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {operations.map(operation => (
            <OperationRow
              key={operation.id}
              operation={operation}
              {...others}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
