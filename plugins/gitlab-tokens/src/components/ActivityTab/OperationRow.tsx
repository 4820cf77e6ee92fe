import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { Path } from '../Path';
import { WideRow } from '../table';
import { OperationAge } from './OperationAge';
import { OperationButtons, OperationHandlers } from './OperationButtons';
import { OperationPlaces } from './OperationPlaces';
import { OperationStep } from './OperationStep';
import { OperationToken } from './OperationToken';

const useStyles = makeStyles(
  {
    // Room for the usual names in one or two lines
    environment: { minWidth: 80, overflowWrap: 'anywhere' },
    name: { minWidth: 112, overflowWrap: 'anywhere' },
    token: { minWidth: 160, overflowWrap: 'anywhere' },
    step: { minWidth: 150, overflowWrap: 'anywhere' },
    whole: { whiteSpace: 'nowrap' },
  },
  { name: 'GitlabTokensOperationRow' },
);

/** One operation of the ledger, as a row of its table. */
export function OperationRow(
  props: OperationHandlers & { operation: Operation; now: Date },
) {
  const { operation, now, ...handlers } = props;
  const classes = useStyles();
  const { t } = useWords();
  return (
    <WideRow look="striped" hover>
      <TableCell
        component="th"
        scope="row"
        // Else it says that it is a cell like the others
        role="rowheader"
        className={classes.whole}
      >
        <OperationAge operation={operation} now={now} />
      </TableCell>
      <TableCell className={classes.name}>
        <Path path={operation.requestedBy} />
      </TableCell>
      <TableCell className={classes.whole}>
        {t(`operation.kind.${operation.kind}`)}
      </TableCell>
      <TableCell className={classes.environment}>
        {operation.environment}
      </TableCell>
      <TableCell className={classes.token}>
        <OperationToken operation={operation} />
      </TableCell>
      <TableCell className={classes.name}>
        <OperationPlaces operation={operation} />
      </TableCell>
      <TableCell className={classes.step}>
        <OperationStep operation={operation} now={now} />
      </TableCell>
      <TableCell>
        <OperationButtons operation={operation} {...handlers} />
      </TableCell>
    </WideRow>
  );
}
