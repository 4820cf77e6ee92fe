import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { EntityTokensState } from '../../hooks/useEntityTokens';
import { EnvironmentsState } from '../../hooks/useEnvironments';
import { TokensOwnersState } from '../../hooks/useTokensOwners';
import { useWords } from '../../hooks/useWords';
import { failureWords } from '../../words/failures';
import { tokensFailureWords } from '../../words/tokens';
import { useToneStyles } from '../tones';

const useStyles = makeStyles(
  theme => ({
    notice: {
      padding: theme.spacing(1, 1.5),
      borderRadius: theme.shape.borderRadius,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'GitlabTokensPartialNotices' },
);

/** What could not be loaded beside the tokens, or instead of newer ones, and what that means. */
export function PartialNotices(props: {
  loaded: Extract<EntityTokensState, { status: 'loaded' }>;
  owners: TokensOwnersState;
  environmentsState: EnvironmentsState;
}) {
  const { loaded, owners, environmentsState } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useWords();
  const notices: string[] = [];
  if (loaded.failure) {
    const { what, action } = tokensFailureWords(loaded.failure, t);
    notices.push(`${t('tokens.stale')} ${what} ${action}`);
  }
  if (environmentsState.status === 'failed') {
    const { what } = failureWords(environmentsState.failure, t);
    notices.push(`${t('entityTokens.noEnvironments')} ${what}`);
  }
  if (owners.status === 'failed') {
    const { message } = owners.failure;
    notices.push(t('entityTokens.noOwners', { message }));
  }
  return notices.length === 0 ? null : (
    <div role="alert" className={`${classes.notice} ${tones.warning}`}>
      {notices.map(notice => (
        <Typography key={notice} variant="body2">
          {notice}
        </Typography>
      ))}
    </div>
  );
}
