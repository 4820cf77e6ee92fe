import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import { useState } from 'react';
import { EntityTokensState } from '../../hooks/useEntityTokens';
import { EnvironmentsState } from '../../hooks/useEnvironments';
import { TokensOwnersState } from '../../hooks/useTokensOwners';
import { useWords } from '../../hooks/useWords';
import { byEnvironment, ownersOf } from '../../model/entityTokens';
import { GitlabTarget } from '../../model/gitlabTarget';
import { OwnerProblems } from '../TokensTab/InventoryAge';
import { EntityTask } from './EntityTokenDialogs';
import { EntityTokenTable } from './EntityTokenTable';
import { EntityTokensHeader } from './EntityTokensHeader';
import { NoEntityTokens } from './NoEntityTokens';
import { PartialNotices } from './PartialNotices';

const useStyles = makeStyles(
  theme => ({
    overview: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
  }),
  { name: 'GitlabTokensEntityTokensOverview' },
);

/** What is known of an entity's tokens, with what is missing of it. */
export function EntityTokensOverview(props: {
  target: GitlabTarget;
  loaded: Extract<EntityTokensState, { status: 'loaded' }>;
  owners: TokensOwnersState;
  environmentsState: EnvironmentsState;
  now: Date;
  onReload: () => void;
  onOpen: (ref: string) => void;
  onTask: (task: EntityTask) => void;
}) {
  const { target, loaded, owners, environmentsState, now } = props;
  const { onReload, onOpen, onTask } = props;
  const classes = useStyles();
  const { t } = useWords();
  const [showsInactive, setShowsInactive] = useState(false);
  const { items } = loaded.list;
  const active = items.filter(({ state }) => state === 'active');
  const inactive = items.length - active.length;
  const concerned =
    owners.status === 'loaded' ? ownersOf(target, owners.owners) : null;
  const environments =
    environmentsState.status === 'loaded' ? environmentsState.environments : [];
  const groups = byEnvironment(
    showsInactive ? items : active,
    target,
    environments,
  );
  return (
    <div className={classes.overview}>
      <EntityTokensHeader
        target={target}
        tokens={items}
        pending={loaded.pending}
        mayIssue={owners.status !== 'loaded' || owners.mayIssue}
        onReload={onReload}
        onIssue={() => onTask({ action: 'issue' })}
      />
      <OwnerProblems owners={concerned ?? []} now={now} />
      <PartialNotices
        loaded={loaded}
        owners={owners}
        environmentsState={environmentsState}
      />
      {items.length === 0 && (
        <NoEntityTokens target={target} owners={concerned} />
      )}
      {groups.length > 0 && (
        <EntityTokenTable
          target={target}
          groups={groups}
          environments={environments}
          pending={loaded.pending}
          now={now}
          onOpen={onOpen}
          onTask={onTask}
        />
      )}
      {inactive > 0 && (
        <FormControlLabel
          label={t('entityTokens.inactive', { count: inactive })}
          control={
            <Switch
              color="primary"
              checked={showsInactive}
              onChange={(_, checked) => setShowsInactive(checked)}
            />
          }
        />
      )}
    </div>
  );
}
