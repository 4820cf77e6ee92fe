import TableCell from '@material-ui/core/TableCell';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { GitlabTarget } from '../../model/gitlabTarget';
import { TokenColumn } from '../../model/tokenColumns';
import { Words } from '../../words/Words';
import { WideRow } from '../table';
import { TokenCells } from '../TokenTable';
import { EntityTokenActions, EntityTokenHandlers } from './EntityTokenActions';
import { EntityTokenName } from './EntityTokenName';

/** One token, how it is used, and what can be done with it. */
export function EntityTokenRow(
  props: EntityTokenHandlers & {
    token: ManagedToken;
    target: GitlabTarget;
    environment: Environment | undefined;
    columns: readonly TokenColumn[];
    now: Date;
    words: Words;
  },
) {
  const { token, target, environment, columns, now, words } = props;
  return (
    <WideRow>
      <TableCell component="th" scope="row" role="rowheader">
        <EntityTokenName token={token} target={target} words={words} />
      </TableCell>
      <TokenCells {...{ token, environment, columns, now, words }} />
      <TableCell>
        <EntityTokenActions
          token={token}
          onOpen={props.onOpen}
          onTask={props.onTask}
        />
      </TableCell>
    </WideRow>
  );
}
