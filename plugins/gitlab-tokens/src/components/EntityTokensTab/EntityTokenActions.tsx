import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ManagedToken } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { TokenRowMenu } from '../TokenTable';
import { EntityTask } from './EntityTokenDialogs';

const useStyles = makeStyles(
  { actions: { display: 'flex', alignItems: 'center', whiteSpace: 'nowrap' } },
  { name: 'GitlabTokensEntityTokenActions' },
);

/** What is done when something is chosen of a token. */
export type EntityTokenHandlers = {
  onOpen: (ref: string) => void;
  onTask: (task: EntityTask) => void;
};

/** How a token is used, and what can be done with it. */
export function EntityTokenActions(
  props: EntityTokenHandlers & { token: ManagedToken },
) {
  const { token, onOpen, onTask } = props;
  const classes = useStyles();
  const { t } = useWords();
  return (
    <div className={classes.actions}>
      <Button
        size="small"
        variant="outlined"
        aria-label={t('recipe.actionOf', { name: token.name })}
        onClick={() => onTask({ action: 'use', token })}
      >
        {t('recipe.action')}
      </Button>
      <TokenRowMenu
        token={token}
        onOpen={onOpen}
        onAction={(action, tokens) => onTask({ action, tokens })}
      />
    </div>
  );
}
