import Skeleton from '@material-ui/lab/Skeleton';
import { useWords } from '../../hooks/useWords';

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/** The shape of the table while its first rows are on their way. */
export function TokenTableSkeleton() {
  const { t } = useWords();
  return (
    <div role="status" aria-busy aria-label={t('tokens.loading')}>
      {ROWS.map(row => (
        <Skeleton key={row} height={48} />
      ))}
    </div>
  );
}
