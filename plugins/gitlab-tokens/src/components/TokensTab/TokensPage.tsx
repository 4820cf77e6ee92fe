import { makeStyles } from '@material-ui/core/styles';
import { gitlabTokensTokenIssuePermission } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useMemo, useState } from 'react';
import { useEnvironments } from '../../hooks/useEnvironments';
import { useFocusKept } from '../../hooks/useFocusKept';
import { useNow } from '../../hooks/useNow';
import { useTokens } from '../../hooks/useTokens';
import { useTokensColumns } from '../../hooks/useTokensColumns';
import { useTokensOwners } from '../../hooks/useTokensOwners';
import { useTokensSelection } from '../../hooks/useTokensSelection';
import { useTokensView } from '../../hooks/useTokensView';
import { useWords } from '../../hooks/useWords';
import { areOfSeveralEnvironments, ownerPaths } from '../../model/tokenOwners';
import { NO_FILTERS, queryOf } from '../../model/tokenQuery';
import { IssueDialog } from '../IssueDialog';
import { OperationInAddress } from '../operations';
import { PermittedButton } from '../operations/PermittedButton';
import { TokenDrawer } from '../TokenDrawer';
import { TokenFilters } from '../TokenFilters';
import { ColumnsMenu } from './ColumnsMenu';
import { ExportButton } from './ExportButton';
import { InventoryAge, OwnerProblems } from './InventoryAge';
import { TokenDialogs, TokenTask } from './TokenDialogs';
import { TokensList } from './TokensList';
import { TokensResult } from './TokensResult';

const useStyles = makeStyles(
  theme => ({
    page: {
      display: 'grid',
      // Not wider than the window, however wide the table is, which scrolls by itself
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      '&:focus': { outline: 'none' },
    },
  }),
  { name: 'GitlabTokensTokensPage' },
);

/** The tab *Tokens*, without the page around it. */
export function TokensPage() {
  const classes = useStyles();
  const now = useNow();
  const { t } = useWords();
  const { view, narrow, show, opened, open } = useTokensView();
  const query = useMemo(() => queryOf(view), [view]);
  const { state, reload } = useTokens(query);
  const { state: owners, reload: reloadOwners } = useTokensOwners();
  const { state: environmentsState } = useEnvironments();
  const selection = useTokensSelection(JSON.stringify(view.filters));
  const [task, setTask] = useState<TokenTask | null>(null);
  const place = useFocusKept<HTMLDivElement>(task !== null);
  const [isIssuing, setIssuing] = useState(false);

  const environments =
    environmentsState.status === 'loaded' ? environmentsState.environments : [];
  const knownOwners = owners.status === 'loaded' ? owners.owners : [];
  const [columns, chooseColumns] = useTokensColumns();
  const choices = {
    environments: new Map(environments.map(({ name, title }) => [name, title])),
    owners: ownerPaths(knownOwners),
  };
  const reloadAll = () => {
    reload();
    reloadOwners();
  };
  return (
    <div ref={place} tabIndex={-1} className={classes.page}>
      <InventoryAge state={owners} now={now} onReload={reloadAll} />
      <OwnerProblems owners={knownOwners} now={now} />
      <TokenFilters filters={view.filters} choices={choices} onChange={narrow}>
        <ColumnsMenu columns={columns} onChoose={chooseColumns} />
        <ExportButton query={query} />
        <PermittedButton
          permission={gitlabTokensTokenIssuePermission}
          resourceRef={null}
          mayAny={owners.status !== 'loaded' || owners.mayIssue}
          variant="contained"
          color="primary"
          onClick={() => setIssuing(true)}
        >
          {t('entityTokens.issue')}
        </PermittedButton>
      </TokenFilters>
      <TokensResult
        state={state}
        owners={owners}
        view={view}
        onRetry={reload}
        onClear={() => narrow(NO_FILTERS)}
        onFirstPage={() => show({ ...view, page: 1 })}
      >
        {loaded => (
          <TokensList
            loaded={loaded}
            view={view}
            selection={selection}
            environments={environments}
            areOfSeveral={areOfSeveralEnvironments(knownOwners)}
            columns={columns}
            now={now}
            onShow={show}
            onOpen={open}
            onTask={setTask}
          />
        )}
      </TokensResult>
      {opened !== null && (
        <TokenDrawer
          tokenRef={opened}
          listed={
            state.status === 'loaded'
              ? state.list.items.find(({ ref }) => ref === opened)
              : undefined
          }
          environments={environments}
          now={now}
          onAction={(action, tokens) => setTask({ action, tokens })}
          onClose={() => open(null)}
        />
      )}
      {task && (
        <TokenDialogs
          task={task}
          environments={environments}
          onClose={() => {
            setTask(null);
            // What was ticked may be revoked by now
            selection.clear();
            reload();
          }}
        />
      )}
      {isIssuing && (
        <IssueDialog
          onClose={() => {
            setIssuing(false);
            reload();
          }}
        />
      )}
      <OperationInAddress />
    </div>
  );
}
