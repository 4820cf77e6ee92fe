import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { Fact, FactList } from '../FactList';
import { Path } from '../Path';
import { ListedCard } from '../TokenTable';
import { OperationAge } from './OperationAge';
import { OperationButtons, OperationHandlers } from './OperationButtons';
import { OperationPlaces } from './OperationPlaces';
import { OperationStep } from './OperationStep';
import { OperationToken } from './OperationToken';

const useStyles = makeStyles(
  { what: { fontWeight: 700 } },
  { name: 'GitlabTokensOperationCard' },
);

/** One operation of the ledger, where there is no room for a row of its table. */
export function OperationCard(
  props: OperationHandlers & { operation: Operation; now: Date },
) {
  const { operation, now, ...handlers } = props;
  const classes = useStyles();
  const { t } = useWords();
  return (
    <ListedCard>
      <Typography variant="body2">
        <span className={classes.what}>
          {t(`operation.kind.${operation.kind}`)}
        </span>{' '}
        · <OperationAge operation={operation} now={now} />
      </Typography>
      <FactList>
        <Fact label={t('activity.column.token')}>
          <OperationToken operation={operation} />
        </Fact>
        <Fact label={t('activity.column.environment')}>
          {operation.environment}
        </Fact>
        <Fact label={t('activity.column.who')}>
          <Path path={operation.requestedBy} />
        </Fact>
        <Fact label={t('activity.column.delivered')}>
          <OperationPlaces operation={operation} />
        </Fact>
        <Fact label={t('activity.column.step')}>
          <OperationStep operation={operation} now={now} />
        </Fact>
      </FactList>
      <OperationButtons operation={operation} {...handlers} />
    </ListedCard>
  );
}
