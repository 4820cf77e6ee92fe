import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import { ManagedToken } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  TokenAction,
  useTokensPermission,
} from '../../hooks/useTokensPermission';
import { useWords } from '../../hooks/useWords';

const useStyles = makeStyles(
  theme => ({
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    impossible: { color: theme.palette.text.disabled },
  }),
  { name: 'GitlabTokensTokenActionButtons' },
);

type ActionProps = {
  token: ManagedToken;
  onAction: (action: TokenAction, tokens: ManagedToken[]) => void;
};

function ActionButton(props: ActionProps & { action: TokenAction }) {
  const { action, token, onAction } = props;
  const classes = useStyles();
  const { t } = useWords();
  const obstacle = useTokensPermission(action, token);
  const button = (
    <Button
      variant="outlined"
      className={obstacle === null ? undefined : classes.impossible}
      // Not `disabled`: the keyboard could not reach the reason
      aria-disabled={obstacle !== null}
      onClick={() => obstacle === null && onAction(action, [token])}
    >
      {t(`tokens.${action}`)}
    </Button>
  );
  return obstacle === null ? (
    button
  ) : (
    <Tooltip title={obstacle}>{button}</Tooltip>
  );
}

/** What can be done with a token, or why not. */
export function TokenActionButtons(props: ActionProps) {
  const classes = useStyles();
  return (
    <div className={classes.actions}>
      <ActionButton {...props} action="rotate" />
      <ActionButton {...props} action="revoke" />
    </div>
  );
}
