import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { RevealedValue } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useEffect } from 'react';
import { gitlabTokensApiRef } from '../../api';
import { useOperationStart } from '../../hooks/useOperationStart';
import { useWords } from '../../hooks/useWords';
import { refusalWords } from '../../words/violations';
import { Notice } from '../operations/Notice';
import { RevealedField } from './RevealedField';

/**
 * The value of a new token, which is asked for by a button and can be asked for once. It is in the state of this
 * component and nowhere else, and is gone with it.
 */
export function RevealPanel(props: {
  operationId: string;
  onRevealed: () => void;
}) {
  const { operationId, onRevealed } = props;
  const api = useApi(gitlabTokensApiRef);
  const words = useWords();
  const { t } = words;
  const { state, start } = useOperationStart<RevealedValue>();
  const isRevealed = state.status === 'started';
  useEffect(() => {
    if (isRevealed) {
      onRevealed();
    }
  }, [isRevealed, onRevealed]);

  const refusal = state.status === 'ready' ? state.refusal : null;
  const isAsking = state.status === 'sending';
  return (
    <section aria-label={t('reveal.title')}>
      <Notice tone="warning" title={t('reveal.title')}>
        <Typography variant="body2">{t('reveal.what')}</Typography>
        {refusal && (
          <Typography variant="body2" role="alert">
            {refusal.kind === 'forbidden'
              ? t('reveal.notYours')
              : refusalWords(refusal, { permission: '' }, words)}
          </Typography>
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
            aria-disabled={isAsking}
            onClick={() => start(() => api.revealValue(operationId))}
          >
            {isAsking ? t('reveal.asking') : t('reveal.ask')}
          </Button>
        )}
      </Notice>
    </section>
  );
}
