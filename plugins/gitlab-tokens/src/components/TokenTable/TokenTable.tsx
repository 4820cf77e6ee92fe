import TableBody from '@material-ui/core/TableBody';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useMemo } from 'react';
import { useIsNarrow } from '../../hooks/useIsNarrow';
import { useWords } from '../../hooks/useWords';
import { TokenColumn } from '../../model/tokenColumns';
import { WideTable } from '../table';
import { TokenCards } from './TokenCards';
import { TokenHandlers, TokenRow } from './TokenRow';
import { Sorting, TokenTableHead } from './TokenTableHead';
import { ticksOf } from './TokenTick';

/**
 * Tokens in rows, or in cards where the window is narrow. It draws what it is given: sorting and paging are the
 * backend's.
 */
export function TokenTable(
  props: TokenHandlers & {
    tokens: readonly ManagedToken[];
    environments: readonly Environment[];
    /** Whether it has to be told of which environment each is. */
    areOfSeveral: boolean;
    columns: readonly TokenColumn[];
    sorting: Sorting;
    isTicked: (token: ManagedToken) => boolean;
    /** Other rows are on their way. */
    pending: boolean;
    now: Date;
  },
) {
  const { tokens, areOfSeveral, columns, sorting, isTicked, pending, now } =
    props;
  const { onOpen, onSelect, onAction } = props;
  const words = useWords();
  const { t } = words;
  const isNarrow = useIsNarrow();
  const environments = useMemo(
    () => new Map(props.environments.map(each => [each.name, each])),
    [props.environments],
  );
  const placeOf = ({ environment: name }: ManagedToken) =>
    areOfSeveral ? environments.get(name)?.title ?? name : undefined;
  if (isNarrow) {
    return <TokenCards {...props} {...{ environments, placeOf, words }} />;
  }
  const { ticked, selectable } = ticksOf(tokens, isTicked);
  return (
    <WideTable
      region={t('tokens.region')}
      caption={t('tokens.caption')}
      keepsLastColumn
      pending={pending}
    >
      <TokenTableHead
        columns={columns}
        sorting={sorting}
        ticked={ticked}
        onTickAll={isToBeTicked => onSelect(selectable, isToBeTicked)}
      />
      <TableBody>
        {tokens.map(token => (
          <TokenRow
            key={token.ref}
            token={token}
            environment={environments.get(token.environment)}
            place={placeOf(token)}
            columns={columns}
            isTicked={isTicked(token)}
            now={now}
            words={words}
            onOpen={onOpen}
            onSelect={onSelect}
            onAction={onAction}
          />
        ))}
      </TableBody>
    </WideTable>
  );
}
