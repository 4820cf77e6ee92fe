import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  gitlabTokensOperationReadPermission,
  ManagedToken,
  Operation,
  OperationList,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useMemo } from 'react';
import { useOperations } from '../../hooks/useOperations';
import { useWords } from '../../hooks/useWords';
import { activityRouteRef } from '../../routes';
import { stepWords } from '../../words/operations';
import { LabelledSection } from '../LabelledSection';
import { errorTextColour } from '../tones';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    entry: {
      padding: theme.spacing(0.75, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    parked: { color: errorTextColour(theme) },
  }),
  { name: 'GitlabTokensTokenOperations' },
);

/** The ledger has the others. */
const MOST = 20;

const HEADING = 'gitlab-tokens-details-operations';

function Entry(props: { operation: Operation; now: Date }) {
  const { operation, now } = props;
  const { id, kind, createdAt, requestedBy, parked } = operation;
  const classes = useStyles();
  const words = useWords();
  const { t, formats } = words;
  const activityPath = useRouteRef(activityRouteRef)();
  return (
    <li className={classes.entry}>
      <Link to={`${activityPath}?operation=${encodeURIComponent(id)}`}>
        {t(`operation.kind.${kind}`)} ·{' '}
        <time dateTime={createdAt} title={formats.instant(createdAt)}>
          {formats.ago(createdAt, now)}
        </time>
      </Link>
      <Typography variant="body2" color="textSecondary">
        {requestedBy}
      </Typography>
      <Typography
        variant="body2"
        className={parked ? classes.parked : undefined}
      >
        {stepWords(operation, { words, now })}
      </Typography>
    </li>
  );
}

function Entries(props: { list: OperationList; now: Date }) {
  const { items, total } = props.list;
  const classes = useStyles();
  const { t, formats } = useWords();
  if (items.length === 0) {
    return (
      <Typography variant="body2">{t('tokenDetails.noOperations')}</Typography>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-labelledby={HEADING}>
        {items.map(operation => (
          <Entry key={operation.id} operation={operation} now={props.now} />
        ))}
      </ul>
      {items.length < total && (
        <Typography variant="body2" color="textSecondary">
          {t('tokenDetails.newestOperations', {
            shown: formats.count(items.length),
            total: formats.count(total),
          })}
        </Typography>
      )}
    </>
  );
}

function Operations(props: { token: ManagedToken; now: Date }) {
  const { token, now } = props;
  const { t } = useWords();
  // The same token loaded again is another object: what was done with it since then is asked for, too
  const query = useMemo(() => ({ token: token.ref, limit: MOST }), [token]);
  const { state } = useOperations(query);
  if (
    state.status === 'loading' ||
    (state.status === 'failed' && state.failure.kind === 'forbidden')
  ) {
    return null;
  }
  return (
    <LabelledSection id={HEADING} label={t('tokenDetails.operations')}>
      {state.status === 'failed' ? (
        <Typography variant="body2">
          {t('activity.failed', { message: state.failure.message })}
        </Typography>
      ) : (
        <Entries list={state.list} now={now} />
      )}
    </LabelledSection>
  );
}

/** What was done with a token, the newest first, each with the way to it; nothing for who may not see that. */
export function TokenOperations(props: { token: ManagedToken; now: Date }) {
  const { allowed } = usePermission({
    permission: gitlabTokensOperationReadPermission,
  });
  return allowed ? <Operations key={props.token.ref} {...props} /> : null;
}
