import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { InventoryOwner } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { ReactNode } from 'react';
import { TokensState } from '../../hooks/useTokens';
import { TokensOwnersState } from '../../hooks/useTokensOwners';
import { useWords } from '../../hooks/useWords';
import { isNarrowed, TokenView } from '../../model/tokenQuery';
import { tokensFailureWords } from '../../words/tokens';
import { FailurePanel } from '../EnvironmentsPage/FailurePanel';
import { TokenTableSkeleton } from '../TokenTable';
import { useToneStyles } from '../tones';
import { Emptiness, NoOwners, NoTokens } from './NoTokens';

const useStyles = makeStyles(
  theme => ({
    // Reserved, so that nothing moves when the bar comes and goes
    progress: { height: 4 },
    failure: {
      padding: theme.spacing(1, 1.5),
      borderRadius: theme.shape.borderRadius,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'GitlabTokensTokensResult' },
);

type Loaded = Extract<TokensState, { status: 'loaded' }>;

function emptinessOf(
  { list }: Loaded,
  view: TokenView,
  owners: readonly InventoryOwner[] | undefined,
): Emptiness {
  if (list.total > 0 && list.offset > 0) {
    return 'noPage';
  }
  if (owners?.every(({ listedAt, problem }) => !listedAt && !problem)) {
    return 'notListed';
  }
  return isNarrowed(view.filters) ? 'noMatch' : 'noTokens';
}

/** Above the rows: that others are on their way, or why they are not coming. */
function Progress(props: { loaded: Loaded }) {
  const { pending, failure } = props.loaded;
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useWords();
  const words = failure && tokensFailureWords(failure, t);
  return (
    <>
      <div className={classes.progress}>
        {pending && <LinearProgress aria-label={t('tokens.loadingMore')} />}
      </div>
      {words && (
        <div role="alert" className={`${classes.failure} ${tones.warning}`}>
          <Typography variant="body2">
            {t('tokens.stale')} {words.what} {words.action}
          </Typography>
        </div>
      )}
    </>
  );
}

/** The rows, or what there is instead of them. */
export function TokensResult(props: {
  state: TokensState;
  owners: TokensOwnersState;
  view: TokenView;
  onRetry: () => void;
  onClear: () => void;
  onFirstPage: () => void;
  children: (loaded: Loaded) => ReactNode;
}) {
  const { state, view, onRetry, onClear, onFirstPage, children } = props;
  const { t } = useWords();
  const owners =
    props.owners.status === 'loaded' ? props.owners.owners : undefined;
  switch (state.status) {
    case 'loading':
      return <TokenTableSkeleton />;
    case 'failed':
      return (
        <FailurePanel
          failure={state.failure}
          words={tokensFailureWords(state.failure, t)}
          retrying={state.retrying}
          onRetry={onRetry}
        />
      );
    default:
      if (state.list.items.length > 0) {
        return (
          <div>
            <Progress loaded={state} />
            {children(state)}
          </div>
        );
      }
      return owners?.length === 0 ? (
        <NoOwners />
      ) : (
        <div>
          <Progress loaded={state} />
          <NoTokens
            why={emptinessOf(state, view, owners)}
            onClear={onClear}
            onFirstPage={onFirstPage}
          />
        </div>
      );
  }
}
