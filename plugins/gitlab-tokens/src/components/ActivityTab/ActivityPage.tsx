import { makeStyles } from '@material-ui/core/styles';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useOperationAddress } from '../../hooks/useOperationAddress';
import { FollowedOperation } from '../../hooks/useOperationFollowing';
import { useOperations } from '../../hooks/useOperations';
import {
  isNarrowedView,
  operationParamsOf,
  operationQueryOf,
  OperationView,
  operationViewOf,
} from '../../model/operationView';
import { OperationDialog } from '../operations/OperationDialog';
import { ActivityFilters } from './ActivityFilters';
import { ActivityList } from './ActivityList';

const useStyles = makeStyles(
  theme => ({
    page: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
  }),
  { name: 'GitlabTokensActivityPage' },
);

/** The tab *Activity*, without the page around it. What it shows is in its URL. */
export function ActivityPage() {
  const classes = useStyles();
  const [params, setParams] = useSearchParams();
  const view = operationViewOf(params);
  const { environment, kind, state: ofState, page } = view;
  const query = useMemo(
    () => operationQueryOf({ environment, kind, state: ofState, page }),
    [environment, kind, ofState, page],
  );
  const { state, load } = useOperations(query);
  const { id, set } = useOperationAddress();
  const [opened, setOpened] = useState<FollowedOperation | null>(
    id === null ? null : { id },
  );
  const show = (next: OperationView) =>
    setParams(before => operationParamsOf(next, before), { replace: true });
  return (
    <div className={classes.page}>
      <ActivityFilters view={view} onChange={show} />
      <ActivityList
        state={state}
        isNarrowed={isNarrowedView(view)}
        onLoad={load}
        onOpen={operation => {
          setOpened({ id: operation.id, known: operation });
          set(operation.id);
        }}
        onPage={next => show({ ...view, page: next })}
        onClear={() => show({ environment: '', kind: '', state: '', page: 1 })}
      />
      {opened && (
        <OperationDialog
          operation={opened}
          onClose={() => {
            setOpened(null);
            set(null);
            load();
          }}
        />
      )}
    </div>
  );
}
