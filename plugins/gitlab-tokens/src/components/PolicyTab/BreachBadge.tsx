import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import WarningIcon from '@material-ui/icons/Warning';
import { TokensSurveyState } from '../../hooks/useTokensSurvey';
import { useWords } from '../../hooks/useWords';
import { Badge } from '../Badge';
import { BreachEntry } from './BreachList';

/**
 * How many breaches of a policy are known, or that it is kept; nothing while the tokens are on their way, and where no
 * breach is known, but not all tokens are.
 */
export function BreachBadge(props: {
  entries: readonly BreachEntry[];
  survey: TokensSurveyState;
}) {
  const { entries, survey } = props;
  const { t, formats } = useWords();
  if (survey.status === 'loading') {
    return null;
  }
  const count = entries.flatMap(({ breaches }) => breaches).length;
  if (count > 0) {
    return (
      <Badge tone="warning" hint={t('policy.breaches')}>
        <WarningIcon fontSize="small" aria-hidden />
        {t('policy.broken', { count, total: formats.count(count) })}
      </Badge>
    );
  }
  return survey.status === 'loaded' && survey.survey.isComplete ? (
    <Badge tone="good" hint={t('policy.none')}>
      <CheckCircleIcon fontSize="small" aria-hidden />
      {t('policy.kept')}
    </Badge>
  ) : null;
}
