import { useWords } from '../../hooks/useWords';
import { RowsSkeleton } from '../table';

/** The shape of the table while its first rows are on their way. */
export function TokenTableSkeleton() {
  const { t } = useWords();
  return <RowsSkeleton label={t('tokens.loading')} />;
}
