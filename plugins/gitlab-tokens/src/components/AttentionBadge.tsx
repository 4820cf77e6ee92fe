import ErrorIcon from '@material-ui/icons/Error';
import WarningIcon from '@material-ui/icons/Warning';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../hooks/useWords';
import { needsAttention, toneOf } from '../model/attention';
import { toneOfState } from '../words/states';
import { Badge } from './Badge';

/** Says that somebody should look at an environment, where its state alone would not: its findings are worse. */
export function AttentionBadge(props: { environment: Environment }) {
  const { environment } = props;
  const { t } = useWords();
  const tone = toneOf(environment);
  if (!needsAttention(environment) || tone === toneOfState(environment.state)) {
    return null;
  }
  const Icon = tone === 'error' ? ErrorIcon : WarningIcon;
  return (
    <Badge tone={tone} hint={t('card.attentionHint')}>
      <Icon fontSize="small" aria-hidden />
      {t('card.attention')}
    </Badge>
  );
}
