import Button from '@material-ui/core/Button';
import TablePagination from '@material-ui/core/TablePagination';
import Typography from '@material-ui/core/Typography';
import {
  Operation,
  OperationKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useState } from 'react';
import { useNow } from '../../hooks/useNow';
import { useOperationActions } from '../../hooks/useOperationActions';
import { OperationsState } from '../../hooks/useOperations';
import { useWords } from '../../hooks/useWords';
import { isEnded } from '../../model/operation';
import { permissionOf } from '../../model/operationPermission';
import { Notice } from '../operations/Notice';
import { RefusalNotice } from '../operations/RefusalNotice';
import { RowsSkeleton } from '../table';
import { NoOperations } from './NoOperations';
import { OperationTable } from './OperationTable';

function Failed(props: {
  state: Extract<OperationsState, { status: 'failed' }>;
  onRetry: () => void;
}) {
  const { state, onRetry } = props;
  const { t } = useWords();
  const { kind, message } = state.failure;
  return (
    <Notice tone="error" alert>
      <Typography variant="body2">
        {kind === 'forbidden'
          ? t('activity.forbidden')
          : t('activity.failed', { message })}
      </Typography>
      {kind !== 'forbidden' && (
        <Button
          size="small"
          variant="outlined"
          aria-disabled={state.retrying}
          onClick={() => !state.retrying && onRetry()}
        >
          {t('failure.retry')}
        </Button>
      )}
    </Notice>
  );
}

/** The page of the ledger, or why there is none. */
export function ActivityList(props: {
  state: OperationsState;
  isNarrowed: boolean;
  onLoad: () => void;
  onOpen: (operation: Operation) => void;
  onPage: (page: number) => void;
  onClear: () => void;
}) {
  const { state, isNarrowed, onLoad, onOpen, onPage, onClear } = props;
  const { t, formats } = useWords();
  const now = useNow();
  const { pending, refusal, act } = useOperationActions(onLoad);
  const [resumed, setResumed] = useState<OperationKind>('rotate');
  if (state.status === 'loading') {
    return <RowsSkeleton label={t('activity.loading')} />;
  }
  if (state.status === 'failed') {
    return <Failed state={state} onRetry={onLoad} />;
  }
  const { items, offset, limit, total } = state.list;
  const emptiness = isNarrowed ? 'noMatch' : 'nothing';
  const isPastEnd = items.length === 0 && total > 0;
  const running = items.filter(
    operation => !isEnded(operation) && !operation.parked,
  ).length;
  return (
    <>
      {state.failure && (
        <Notice tone="warning" alert>
          <Typography variant="body2">{t('activity.stale')}</Typography>
        </Notice>
      )}
      {refusal && (
        <RefusalNotice refusal={refusal} permission={permissionOf(resumed)} />
      )}
      {running > 0 && items.length === total && (
        <Typography variant="body2">
          {t('activity.running', { count: running })}
        </Typography>
      )}
      {items.length === 0 ? (
        <NoOperations
          why={isPastEnd ? 'noPage' : emptiness}
          onClear={onClear}
          onFirstPage={() => onPage(1)}
        />
      ) : (
        <OperationTable
          operations={items}
          pending={state.pending}
          now={now}
          isActing={pending !== null}
          onOpen={onOpen}
          onResume={({ id, kind }) => {
            setResumed(kind);
            act('resume', id);
          }}
        />
      )}
      {!isPastEnd && (
        <TablePagination
          component="div"
          count={total}
          page={total === 0 ? 0 : Math.floor(offset / limit)}
          rowsPerPage={limit}
          rowsPerPageOptions={[]}
          labelDisplayedRows={({ from, to, count }) => (
            <span role="status">
              {t('activity.shown', {
                from: formats.count(from),
                to: formats.count(to),
                total: formats.count(count),
              })}
            </span>
          )}
          backIconButtonText={t('activity.previousPage')}
          nextIconButtonText={t('activity.nextPage')}
          onPageChange={(_, page) => onPage(page + 1)}
        />
      )}
    </>
  );
}
