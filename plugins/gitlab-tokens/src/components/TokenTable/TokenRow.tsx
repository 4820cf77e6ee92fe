import TableCell from '@material-ui/core/TableCell';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { memo } from 'react';
import { TokenAction } from '../../hooks/useTokensPermission';
import { TokenColumn } from '../../model/tokenColumns';
import { Words } from '../../words/Words';
import { WideRow } from '../table';
import { TokenCells } from './TokenCells';
import { TokenName } from './TokenName';
import { TokenRowMenu } from './TokenRowMenu';
import { TokenTick } from './TokenTick';

/** What can be done with the tokens of a table. They must stay the same functions, so that rows are not drawn again. */
export type TokenHandlers = {
  onOpen: (ref: string) => void;
  onSelect: (tokens: readonly ManagedToken[], isTicked: boolean) => void;
  onAction: (action: TokenAction, tokens: ManagedToken[]) => void;
};

function PlainTokenRow(
  props: TokenHandlers & {
    token: ManagedToken;
    environment: Environment | undefined;
    /** Where it is listed, to stand below its name. */
    place: string | undefined;
    columns: readonly TokenColumn[];
    isTicked: boolean;
    now: Date;
    words: Words;
  },
) {
  const { token, environment, place, columns, isTicked, now, words } = props;
  return (
    <WideRow look="striped" hover selected={isTicked}>
      <TableCell padding="checkbox">
        <TokenTick
          token={token}
          isTicked={isTicked}
          words={words}
          onSelect={props.onSelect}
        />
      </TableCell>
      <TableCell component="th" scope="row" role="rowheader">
        <TokenName
          token={token}
          place={place}
          words={words}
          onOpen={props.onOpen}
        />
      </TableCell>
      <TokenCells {...{ token, environment, columns, now, words }} />
      <TableCell>
        <TokenRowMenu
          token={token}
          onOpen={props.onOpen}
          onAction={props.onAction}
        />
      </TableCell>
    </WideRow>
  );
}

/** One token of the table. */
export const TokenRow = memo(PlainTokenRow);
