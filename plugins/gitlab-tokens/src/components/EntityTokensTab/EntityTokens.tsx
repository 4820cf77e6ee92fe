import { Entity } from '@backstage/catalog-model';
import { useState } from 'react';
import { useEntityTokens } from '../../hooks/useEntityTokens';
import { useEnvironments } from '../../hooks/useEnvironments';
import { useNow } from '../../hooks/useNow';
import { useTokensOwners } from '../../hooks/useTokensOwners';
import { useWords } from '../../hooks/useWords';
import { onlyEnvironment } from '../../model/entityTokens';
import { GitlabTarget } from '../../model/gitlabTarget';
import { placeOf } from '../../model/recipes';
import { tokensFailureWords } from '../../words/tokens';
import { FailurePanel } from '../EnvironmentsPage/FailurePanel';
import { OperationInAddress } from '../operations';
import { TokenDrawer } from '../TokenDrawer';
import { TokenTableSkeleton } from '../TokenTable';
import { EntityTask, EntityTokenDialogs } from './EntityTokenDialogs';
import { EntityTokensOverview } from './EntityTokensOverview';

/** The tokens of an entity's project or group, from the backend. */
export function EntityTokens(props: { entity: Entity; target: GitlabTarget }) {
  const { entity, target } = props;
  const { t } = useWords();
  const now = useNow();
  const { state, reload } = useEntityTokens(entity);
  const { state: owners, reload: reloadOwners } = useTokensOwners();
  const { state: environmentsState } = useEnvironments();
  const [opened, setOpened] = useState<string | null>(null);
  const [task, setTask] = useState<EntityTask | null>(null);
  if (state.status === 'loading') {
    return <TokenTableSkeleton />;
  }
  if (state.status === 'failed') {
    return (
      <FailurePanel
        failure={state.failure}
        words={tokensFailureWords(state.failure, t)}
        retrying={state.retrying}
        onRetry={reload}
      />
    );
  }
  const environments =
    environmentsState.status === 'loaded' ? environmentsState.environments : [];
  const knownOwners = owners.status === 'loaded' ? owners.owners : [];
  const { items } = state.list;
  const reloadAll = () => {
    reload();
    reloadOwners();
  };
  return (
    <>
      <EntityTokensOverview
        target={target}
        loaded={state}
        owners={owners}
        environmentsState={environmentsState}
        now={now}
        onReload={reloadAll}
        onOpen={setOpened}
        onTask={setTask}
      />
      {opened !== null && (
        <TokenDrawer
          tokenRef={opened}
          listed={items.find(({ ref }) => ref === opened)}
          environments={environments}
          now={now}
          onAction={(action, tokens) => setTask({ action, tokens })}
          onClose={() => setOpened(null)}
        />
      )}
      {task && (
        <EntityTokenDialogs
          task={task}
          environments={environments}
          place={placeOf(target, [...items, ...knownOwners])}
          presets={{
            environment: onlyEnvironment(target, environments),
            kind: target.type,
            owner: target.path ?? undefined,
          }}
          onClose={() => {
            setTask(null);
            // Looking at instructions changes nothing
            if (task.action !== 'use') {
              reloadAll();
            }
          }}
        />
      )}
      <OperationInAddress />
    </>
  );
}
