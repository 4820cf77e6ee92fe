import { useSearchParams } from 'react-router-dom';
import { useEnvironments } from '../../hooks/useEnvironments';
import { useNow } from '../../hooks/useNow';
import { useTokenExpiries } from '../../hooks/useTokenExpiries';
import { OperationInAddress } from '../operations';
import { EnvironmentsOverview } from './EnvironmentsOverview';
import { LoadedEnvironments } from './LoadedEnvironments';

/** The tab *Environments*, without the page around it. */
export function EnvironmentsPage() {
  const { state, load } = useEnvironments();
  const expiries = useTokenExpiries(
    state.status === 'loaded' ? state.loadedAt : null,
  );
  const [searchParams] = useSearchParams();
  const now = useNow();
  return (
    <>
      <OperationInAddress />
      <LoadedEnvironments state={state} onRetry={load}>
        {loaded => (
          <EnvironmentsOverview
            loaded={loaded}
            expiries={expiries}
            // The clock ticks slower than answers come: an answer must never seem to be from the future
            now={now > loaded.loadedAt ? now : loaded.loadedAt}
            highlighted={searchParams.get('environment')}
            onRefresh={() => load({ fresh: true })}
            onChanged={load}
          />
        )}
      </LoadedEnvironments>
    </>
  );
}
