import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Operation,
  RevealedValue,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useEffect } from 'react';
import { gitlabTokensApiRef } from '../../api';
import { StartState, useOperationStart } from '../../hooks/useOperationStart';
import { useWords } from '../../hooks/useWords';
import { originalOf, revealRefusalWords } from '../../words/violations';
import { Notice } from '../operations/Notice';
import { OriginalText } from '../operations/ProblemText';
import { RevealedField } from './RevealedField';
import { RevealedRecipes } from './RevealedRecipes';

const useStyles = makeStyles(
  theme => ({ ask: { marginTop: theme.spacing(1) } }),
  { name: 'GitlabTokensRevealPanel' },
);

/**
 * The value of a new token, which is asked for by a button and can be asked for once, and what can be done with it. It
 * is in the state of this component and nowhere else, and is gone with it.
 */
export function RevealPanel(props: {
  operation: Operation;
  /** How far the asking for it has come, each time that changes. */
  onStatus: (status: StartState<unknown>['status']) => void;
}) {
  const { operation, onStatus } = props;
  const classes = useStyles();
  const api = useApi(gitlabTokensApiRef);
  const words = useWords();
  const { t } = words;
  const { state, start } = useOperationStart<RevealedValue>();
  const { status } = state;
  useEffect(() => onStatus(status), [status, onStatus]);

  const refusal = state.status === 'ready' ? state.refusal : null;
  const isAsking = status === 'sending';
  return (
    <section aria-label={t('reveal.title')}>
      <Notice tone="warning" title={t('reveal.title')}>
        <Typography variant="body2">{t('reveal.what')}</Typography>
        {refusal && (
          <div role="alert">
            <Typography variant="body2">
              {revealRefusalWords(refusal, words)}
            </Typography>
            <OriginalText text={originalOf(refusal)} />
          </div>
        )}
        {state.status === 'started' ? (
          <>
            {state.answer.username !== null && (
              <Typography variant="body2">
                {t('reveal.username')}: <code>{state.answer.username}</code>
              </Typography>
            )}
            <RevealedField value={state.answer.value} />
          </>
        ) : (
          <Button
            variant="contained"
            color="primary"
            className={classes.ask}
            aria-disabled={isAsking}
            onClick={() => start(() => api.revealValue(operation.id))}
          >
            {isAsking ? t('reveal.asking') : t('reveal.ask')}
          </Button>
        )}
      </Notice>
      {state.status === 'started' && (
        <RevealedRecipes operation={operation} revealed={state.answer} />
      )}
    </section>
  );
}
