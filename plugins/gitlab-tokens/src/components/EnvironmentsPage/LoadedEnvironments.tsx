import { lazy, ReactElement, ReactNode, Suspense } from 'react';
import { EnvironmentsState } from '../../hooks/useEnvironments';
import { EnvironmentsSkeleton } from './EnvironmentsSkeleton';
import { FailurePanel } from './FailurePanel';

// Hardly anybody ever sees it
const NoEnvironments = lazy(() =>
  import('./NoEnvironments').then(module => ({
    default: module.NoEnvironments,
  })),
);

/** The environments, or what there is while and where there are none. */
export function LoadedEnvironments(props: {
  state: EnvironmentsState;
  onRetry: () => void;
  /** The shape of what comes; that of the overview unless it is another. */
  skeleton?: ReactElement;
  children: (
    loaded: Extract<EnvironmentsState, { status: 'loaded' }>,
  ) => ReactNode;
}) {
  const { state, onRetry, skeleton, children } = props;
  switch (state.status) {
    case 'loading':
      return skeleton ?? <EnvironmentsSkeleton />;
    case 'failed':
      return (
        <FailurePanel
          failure={state.failure}
          retrying={state.retrying}
          onRetry={onRetry}
        />
      );
    default:
      return state.environments.length === 0 ? (
        <Suspense fallback={skeleton ?? <EnvironmentsSkeleton />}>
          <NoEnvironments />
        </Suspense>
      ) : (
        <>{children(state)}</>
      );
  }
}
