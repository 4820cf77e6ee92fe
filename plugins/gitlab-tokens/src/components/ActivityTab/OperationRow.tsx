import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import Typography from '@material-ui/core/Typography';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { placePhrase, stepWords, tokenOf } from '../../words/operations';
import { problemWords } from '../../words/problems';
import { WideRow } from '../table';
import { errorTextColour } from '../tones';

const useStyles = makeStyles(
  theme => ({
    actions: { display: 'flex', gap: theme.spacing(1) },
    wide: { minWidth: 160, overflowWrap: 'anywhere' },
    whole: { whiteSpace: 'nowrap' },
    parked: { fontWeight: 700, color: errorTextColour(theme) },
  }),
  { name: 'GitlabTokensOperationRow' },
);

function Places(props: { operation: Operation }) {
  const { deliveries } = props.operation;
  const { t } = useWords();
  if (deliveries.length === 0) {
    return <>{t('activity.nothing')}</>;
  }
  return (
    <>
      {deliveries.map(delivery => {
        const place = placePhrase(delivery, t);
        return (
          <div key={place}>
            {delivery.url ? <Link to={delivery.url}>{place}</Link> : place}
          </div>
        );
      })}
    </>
  );
}

/** One operation of the ledger. */
export function OperationRow(props: {
  operation: Operation;
  now: Date;
  isActing: boolean;
  onOpen: (operation: Operation) => void;
  onResume: (operation: Operation) => void;
}) {
  const { operation, now, isActing, onOpen, onResume } = props;
  const { id, actions, createdAt, parked } = operation;
  const classes = useStyles();
  const words = useWords();
  const { t, formats } = words;
  const { name, owner } = tokenOf(operation);
  const said = parked && problemWords(parked, words);
  const canResume = actions.includes('resume') && !actions.includes('reveal');
  return (
    <WideRow look="striped" hover>
      <TableCell
        component="th"
        scope="row"
        // Else it says that it is a cell like the others
        role="rowheader"
        className={classes.whole}
      >
        <time dateTime={createdAt} title={formats.instant(createdAt)}>
          {formats.ago(createdAt, now)}
        </time>
      </TableCell>
      <TableCell>{operation.requestedBy}</TableCell>
      <TableCell>{t(`operation.kind.${operation.kind}`)}</TableCell>
      <TableCell>{operation.environment}</TableCell>
      <TableCell className={classes.wide}>
        <Typography variant="body2">{name}</Typography>
        {owner && (
          <Typography variant="body2" color="textSecondary">
            {owner}
          </Typography>
        )}
      </TableCell>
      <TableCell className={classes.wide}>
        <Places operation={operation} />
      </TableCell>
      <TableCell className={classes.wide}>
        <span className={parked ? classes.parked : undefined}>
          {stepWords(operation, { words, now })}
        </span>
        {said && (
          <Typography variant="body2" lang={said.isEnglish ? 'en' : undefined}>
            {said.what}
          </Typography>
        )}
      </TableCell>
      <TableCell>
        <div className={classes.actions}>
          <Button
            size="small"
            variant="outlined"
            aria-label={t('activity.detailsOf', { id })}
            onClick={() => onOpen(operation)}
          >
            {t('activity.details')}
          </Button>
          {canResume && (
            <Button
              size="small"
              variant="contained"
              color="primary"
              aria-label={t('activity.resumeOf', { id })}
              aria-disabled={isActing}
              onClick={() => onResume(operation)}
            >
              {t('operation.resume')}
            </Button>
          )}
        </div>
      </TableCell>
    </WideRow>
  );
}
