import TableCell from '@material-ui/core/TableCell';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { TokenColumn } from '../../model/tokenColumns';
import { Words } from '../../words/Words';
import { TokenCell } from './TokenCell';

/** What the chosen columns say about a token, as cells of its row. */
export function TokenCells(props: {
  token: ManagedToken;
  environment: Environment | undefined;
  columns: readonly TokenColumn[];
  now: Date;
  words: Words;
}) {
  const { columns, ...others } = props;
  return (
    <>
      {columns.map(column => (
        <TableCell key={column}>
          <TokenCell column={column} {...others} />
        </TableCell>
      ))}
    </>
  );
}
