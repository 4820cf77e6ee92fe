import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import AddIcon from '@material-ui/icons/Add';
import RefreshIcon from '@material-ui/icons/Refresh';
import {
  gitlabTokensTokenIssuePermission,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { GitlabTarget } from '../../model/gitlabTarget';
import { targetName, tokensSummary } from '../../words/entityTokens';
import { PermittedButton } from '../operations/PermittedButton';

const useStyles = makeStyles(
  theme => ({
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
    },
    words: { minWidth: 0, overflowWrap: 'anywhere' },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'GitlabTokensEntityTokensHeader' },
);

/** Whose tokens they are, how many, when the next stops working; and the way to another one. */
export function EntityTokensHeader(props: {
  target: GitlabTarget;
  tokens: readonly ManagedToken[];
  pending: boolean;
  mayIssue: boolean;
  onReload: () => void;
  onIssue: () => void;
}) {
  const { target, tokens, pending, mayIssue, onReload, onIssue } = props;
  const classes = useStyles();
  const words = useWords();
  const { t } = words;
  return (
    <div className={classes.header}>
      <div className={classes.words}>
        <Typography variant="h5" component="h2">
          {t('entityTokens.title', { target: targetName(target) })}
        </Typography>
        <Typography variant="body1" role="status">
          {tokensSummary(tokens, words)}
        </Typography>
      </div>
      <div className={classes.buttons}>
        <Button
          variant="outlined"
          startIcon={<RefreshIcon aria-hidden />}
          aria-disabled={pending}
          onClick={() => !pending && onReload()}
        >
          {t('entityTokens.reload')}
        </Button>
        <PermittedButton
          permission={gitlabTokensTokenIssuePermission}
          resourceRef={null}
          mayAny={mayIssue}
          variant="contained"
          color="primary"
          startIcon={<AddIcon aria-hidden />}
          onClick={onIssue}
        >
          {t('entityTokens.issue')}
        </PermittedButton>
      </div>
    </div>
  );
}
