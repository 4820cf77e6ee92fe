import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import WarningIcon from '@material-ui/icons/Warning';
import { TokensSurveyState } from '../../hooks/useTokensSurvey';
import { useWords } from '../../hooks/useWords';
import { Badge } from '../Badge';
import { BreachEntry } from './BreachList';

/** How often a policy is broken, or that it is kept; nothing while and where that is not known. */
export function BreachBadge(props: {
  entries: readonly BreachEntry[];
  survey: TokensSurveyState;
}) {
  const { entries, survey } = props;
  const { t, formats } = useWords();
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
