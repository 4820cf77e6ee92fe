import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback } from 'react';
import { TokensState } from '../../hooks/useTokens';
import { TokenAction } from '../../hooks/useTokensPermission';
import { TokensSelection } from '../../hooks/useTokensSelection';
import { TokenColumn } from '../../model/tokenColumns';
import { sortedBy, TokenView } from '../../model/tokenQuery';
import { TokenTable } from '../TokenTable';
import { SelectionBar } from './SelectionBar';
import { TokenTask } from './TokenDialogs';
import { TokenPages } from './TokenPages';

/** The rows of one page, what is ticked, and the way to other pages. */
export function TokensList(props: {
  loaded: Extract<TokensState, { status: 'loaded' }>;
  view: TokenView;
  selection: TokensSelection;
  environments: readonly Environment[];
  areOfSeveral: boolean;
  columns: readonly TokenColumn[];
  now: Date;
  onShow: (view: TokenView) => void;
  onOpen: (ref: string) => void;
  onTask: (task: TokenTask) => void;
}) {
  const { loaded, view, selection, environments, areOfSeveral } = props;
  const { columns, now, onShow, onOpen, onTask } = props;
  const act = useCallback(
    (action: TokenAction, some: ManagedToken[]) =>
      onTask({ action, tokens: some }),
    [onTask],
  );
  return (
    <>
      <SelectionBar
        selection={selection}
        onRevoke={() => act('revoke', selection.tokens)}
      />
      <TokenTable
        tokens={loaded.list.items}
        environments={environments}
        areOfSeveral={areOfSeveral}
        columns={columns}
        sorting={{
          sort: view.sort,
          order: view.order,
          onSort: sort => onShow(sortedBy(view, sort)),
        }}
        isTicked={selection.has}
        pending={loaded.pending}
        now={now}
        onOpen={onOpen}
        onSelect={selection.set}
        onAction={act}
      />
      <TokenPages
        list={loaded.list}
        onPage={page => onShow({ ...view, page })}
        onPageSize={limit => onShow({ ...view, limit, page: 1 })}
      />
    </>
  );
}
