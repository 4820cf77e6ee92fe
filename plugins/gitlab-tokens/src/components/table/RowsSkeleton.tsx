import Skeleton from '@material-ui/lab/Skeleton';

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/**
 * The shape of a table while its first rows are on their way.
 *
 * @param props - `label`: what is loaded, for whoever does not see it
 */
export function RowsSkeleton(props: { label: string }) {
  return (
    <div role="status" aria-busy aria-label={props.label}>
      {ROWS.map(row => (
        <Skeleton key={row} height={48} />
      ))}
    </div>
  );
}
