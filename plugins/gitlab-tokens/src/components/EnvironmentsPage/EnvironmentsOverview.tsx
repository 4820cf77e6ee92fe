import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { lazy, Suspense } from 'react';
import { EnvironmentsState } from '../../hooks/useEnvironments';
import { useOperationsUnderWay } from '../../hooks/useOperationsUnderWay';
import { TokenExpiriesState } from '../../hooks/useTokenExpiries';
import { EnvironmentCard } from '../EnvironmentCard';
import { EnvironmentsToolbar } from './EnvironmentsToolbar';

const ExpiryTimeline = lazy(() =>
  import('../ExpiryTimeline').then(module => ({
    default: module.ExpiryTimeline,
  })),
);

export const useOverviewStyles = makeStyles(
  theme => ({
    overview: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(3),
    },
    cards: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 330px), 1fr))',
      gap: theme.spacing(3),
    },
  }),
  { name: 'GitlabTokensEnvironmentsOverview' },
);

/** Summary, timeline and cards of the environments. */
export function EnvironmentsOverview(props: {
  loaded: Extract<EnvironmentsState, { status: 'loaded' }>;
  expiries: TokenExpiriesState;
  now: Date;
  /** Name of the environment to show first. */
  highlighted: string | null;
  onRefresh: () => void;
  /** Something may have been done with a credential. */
  onChanged: () => void;
}) {
  const { loaded, expiries, now, highlighted, onRefresh, onChanged } = props;
  const classes = useOverviewStyles();
  const { operations, look } = useOperationsUnderWay();
  const { environments } = loaded;
  return (
    <div className={classes.overview}>
      <EnvironmentsToolbar loaded={loaded} now={now} onRefresh={onRefresh} />
      <Suspense fallback={<Skeleton variant="rect" height={180} />}>
        <ExpiryTimeline
          environments={environments}
          others={expiries}
          now={now}
        />
      </Suspense>
      <div className={classes.cards}>
        {environments.map(environment => (
          <EnvironmentCard
            key={environment.name}
            environment={environment}
            now={now}
            highlighted={environment.name === highlighted}
            operation={operations.get(environment.name)}
            onChanged={() => {
              look();
              onChanged();
            }}
          />
        ))}
      </div>
    </div>
  );
}
