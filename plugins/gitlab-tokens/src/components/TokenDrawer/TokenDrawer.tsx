import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import CloseIcon from '@material-ui/icons/Close';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  TokensDetailsState,
  useTokensDetails,
} from '../../hooks/useTokensDetails';
import { TokenAction } from '../../hooks/useTokensPermission';
import { useWords } from '../../hooks/useWords';
import { tokenFailureWords } from '../../words/tokens';
import { FailurePanel } from '../EnvironmentsPage/FailurePanel';
import { TokenActionButtons } from './TokenActionButtons';
import { TokenDetails } from './TokenDetails';

const useStyles = makeStyles(
  theme => ({
    paper: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      width: 'min(100vw, 480px)',
      padding: theme.spacing(2.5),
      boxSizing: 'border-box',
    },
    header: {
      display: 'flex',
      // By the first line of a long name
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
    title: {
      margin: theme.spacing(1, 0),
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    close: { flexShrink: 0 },
  }),
  { name: 'GitlabTokensTokenDrawer' },
);

const TITLE = 'gitlab-tokens-details-title';

type DrawerProps = {
  tokenRef: string;
  /** The token where the list beside has it. */
  listed: ManagedToken | undefined;
  environments: readonly Environment[];
  now: Date;
  onAction: (action: TokenAction, tokens: ManagedToken[]) => void;
  onClose: () => void;
};

function Body(
  props: DrawerProps & { state: TokensDetailsState; onRetry: () => void },
) {
  const { state, environments, now, onAction, onRetry } = props;
  const { t } = useWords();
  switch (state.status) {
    case 'loading':
      return (
        <div role="status" aria-busy aria-label={t('tokenDetails.loading')}>
          {[0, 1, 2, 3, 4, 5].map(line => (
            <Skeleton key={line} height={32} />
          ))}
        </div>
      );
    case 'failed':
      return (
        <FailurePanel
          failure={state.failure}
          words={tokenFailureWords(state.failure, t)}
          retrying={false}
          onRetry={onRetry}
        />
      );
    default:
      return (
        <TokenDetails token={state.token} environments={environments} now={now}>
          <TokenActionButtons token={state.token} onAction={onAction} />
        </TokenDetails>
      );
  }
}

/** One token beside the list of all. */
export function TokenDrawer(props: DrawerProps) {
  const { tokenRef, listed, onClose } = props;
  const classes = useStyles();
  const { t } = useWords();
  const { state, retry } = useTokensDetails(tokenRef, listed);
  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      classes={{ paper: classes.paper }}
      PaperProps={{
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': TITLE,
      }}
    >
      <div className={classes.header}>
        <Typography
          id={TITLE}
          variant="h5"
          component="h2"
          className={classes.title}
        >
          {state.status === 'loaded'
            ? state.token.name
            : t('tokenDetails.label')}
        </Typography>
        <IconButton
          edge="end"
          className={classes.close}
          aria-label={t('tokenDetails.close')}
          onClick={onClose}
        >
          <CloseIcon />
        </IconButton>
      </div>
      <Body {...props} state={state} onRetry={retry} />
    </Drawer>
  );
}
