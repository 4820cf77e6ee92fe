import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useMemo } from 'react';
import { useWords } from '../../hooks/useWords';
import { TokenColumn } from '../../model/tokenColumns';
import { TokenHandlers, TokenRow } from './TokenRow';
import { Sorting, TokenTableHead } from './TokenTableHead';

const useStyles = makeStyles(
  theme => ({
    region: {
      // What is too wide scrolls here and not with the page
      overflowX: 'auto',
      // Holds what is hidden from sight alone inside of the scrolled part
      position: 'relative',
    },
    caption: {
      position: 'absolute',
      width: 1,
      height: 1,
      margin: -1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
    // Backstage's theme breaks words anywhere, as if there were no room to scroll into
    table: {
      '& td, & th': {
        wordBreak: 'normal',
        lineHeight: 1.43,
        padding: theme.spacing(0.75, 1.25),
      },
      // What can be done with a token stays in sight, however far the rest is scrolled
      '& tr > :last-child': {
        position: 'sticky',
        right: 0,
        padding: 0,
        backgroundColor: theme.palette.background.paper,
      },
    },
    pending: { opacity: 0.6 },
  }),
  { name: 'GitlabTokensTokenTable' },
);

/** Tokens in rows. It draws what it is given: sorting and paging are the backend's. */
export function TokenTable(
  props: TokenHandlers & {
    tokens: readonly ManagedToken[];
    environments: readonly Environment[];
    columns: readonly TokenColumn[];
    sorting: Sorting;
    isTicked: (token: ManagedToken) => boolean;
    /** Other rows are on their way. */
    pending: boolean;
    now: Date;
  },
) {
  const { tokens, columns, isTicked, pending, now } = props;
  const { onOpen, onSelect, onAction } = props;
  const classes = useStyles();
  const words = useWords();
  const { t } = words;
  const environments = useMemo(
    () => new Map(props.environments.map(each => [each.name, each])),
    [props.environments],
  );
  const selectable = tokens.filter(({ state }) => state !== 'revoked');
  const ticks = selectable.filter(isTicked).length;
  const someTicked = ticks > 0 ? 'some' : 'none';
  const ticked = ticks > 0 && ticks === selectable.length ? 'all' : someTicked;
  return (
    <div
      className={classes.region}
      role="region"
      aria-label={t('tokens.region')}
    >
      <Table
        size="small"
        aria-busy={pending}
        className={`${classes.table} ${pending ? classes.pending : ''}`}
      >
        <caption className={classes.caption}>{t('tokens.caption')}</caption>
        <TokenTableHead
          columns={columns}
          sorting={props.sorting}
          ticked={ticked}
          onTickAll={isToBeTicked => onSelect(selectable, isToBeTicked)}
        />
        <TableBody>
          {tokens.map(token => (
            <TokenRow
              key={token.ref}
              token={token}
              environment={environments.get(token.environment)}
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
      </Table>
    </div>
  );
}
