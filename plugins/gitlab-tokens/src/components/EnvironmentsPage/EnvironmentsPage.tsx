import { useSearchParams } from 'react-router-dom';
import {
  EnvironmentsState,
  useEnvironments,
} from '../../hooks/useEnvironments';
import { useNow } from '../../hooks/useNow';
import { OperationInAddress } from '../operations';
import { EnvironmentsOverview } from './EnvironmentsOverview';
import { EnvironmentsSkeleton } from './EnvironmentsSkeleton';
import { FailurePanel } from './FailurePanel';
import { NoEnvironments } from './NoEnvironments';

function Body(props: {
  state: EnvironmentsState;
  onLoad: (options?: { fresh?: boolean }) => void;
}) {
  const { state, onLoad } = props;
  const [searchParams] = useSearchParams();
  const now = useNow();
  switch (state.status) {
    case 'loading':
      return <EnvironmentsSkeleton />;
    case 'failed':
      return (
        <FailurePanel
          failure={state.failure}
          retrying={state.retrying}
          onRetry={onLoad}
        />
      );
    default:
      return state.environments.length === 0 ? (
        <NoEnvironments />
      ) : (
        <EnvironmentsOverview
          loaded={state}
          // The clock ticks slower than answers come: an answer must never seem to be from the future
          now={now > state.loadedAt ? now : state.loadedAt}
          highlighted={searchParams.get('environment')}
          onRefresh={() => onLoad({ fresh: true })}
          onChanged={onLoad}
        />
      );
  }
}

/** The tab *Environments*, without the page around it. */
export function EnvironmentsPage() {
  const { state, load } = useEnvironments();
  return (
    <>
      <OperationInAddress />
      <Body state={state} onLoad={load} />
    </>
  );
}
