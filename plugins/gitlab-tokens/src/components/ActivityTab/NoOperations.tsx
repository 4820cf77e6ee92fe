import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useWords } from '../../hooks/useWords';

/** Instead of the rows: why there are none, and how to come to some. */
export function NoOperations(props: {
  why: 'nothing' | 'noMatch' | 'noPage';
  onClear: () => void;
  onFirstPage: () => void;
}) {
  const { why, onClear, onFirstPage } = props;
  const { t } = useWords();
  switch (why) {
    case 'noPage':
      return (
        <Typography variant="body1">
          {t('tokenEmpty.noPage.title')}{' '}
          <Button size="small" variant="outlined" onClick={onFirstPage}>
            {t('tokenEmpty.noPage.action')}
          </Button>
        </Typography>
      );
    case 'noMatch':
      return (
        <Typography variant="body1">
          {t('activity.emptyFiltered')}{' '}
          <Button size="small" variant="outlined" onClick={onClear}>
            {t('activity.clearFilters')}
          </Button>
        </Typography>
      );
    default:
      return <Typography variant="body1">{t('activity.empty')}</Typography>;
  }
}
