import Checkbox from '@material-ui/core/Checkbox';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { memo } from 'react';
import { TokenAction } from '../../hooks/useTokensPermission';
import { TokenColumn } from '../../model/tokenColumns';
import { Words } from '../../words/Words';
import { TokenCell } from './TokenCell';
import { TokenRowMenu } from './TokenRowMenu';

const useStyles = makeStyles(
  theme => ({
    name: { minWidth: 180, overflowWrap: 'anywhere' },
    open: {
      textAlign: 'left',
      fontSize: 'inherit',
      fontWeight: 700,
    },
    credential: { display: 'block', color: theme.palette.text.secondary },
  }),
  { name: 'GitlabTokensTokenRow' },
);

/** What can be done with the tokens of a table. They must stay the same functions, so that rows are not drawn again. */
export type TokenHandlers = {
  onOpen: (ref: string) => void;
  onSelect: (tokens: readonly ManagedToken[], isTicked: boolean) => void;
  onAction: (action: TokenAction, tokens: ManagedToken[]) => void;
};

function Name(props: {
  token: ManagedToken;
  words: Words;
  onOpen: TokenHandlers['onOpen'];
}) {
  const { token, words, onOpen } = props;
  const classes = useStyles();
  const { t, formats } = words;
  return (
    <div className={classes.name}>
      <Link
        component="button"
        type="button"
        className={classes.open}
        aria-label={t('tokens.detailsOf', { name: token.name })}
        onClick={() => onOpen(token.ref)}
      >
        {token.name}
      </Link>
      {token.credentialOf.length > 0 && (
        <span className={classes.credential}>
          {t('tokens.credentialOf', {
            environments: formats.list(token.credentialOf),
          })}
        </span>
      )}
    </div>
  );
}

function PlainTokenRow(
  props: TokenHandlers & {
    token: ManagedToken;
    environment: Environment | undefined;
    columns: readonly TokenColumn[];
    isTicked: boolean;
    now: Date;
    words: Words;
  },
) {
  const { token, environment, columns, isTicked, now, words } = props;
  return (
    <TableRow hover selected={isTicked}>
      <TableCell padding="checkbox">
        <Checkbox
          color="primary"
          checked={isTicked}
          disabled={token.state === 'revoked'}
          inputProps={{
            'aria-label': words.t('tokens.select', { name: token.name }),
          }}
          onChange={(_, checked) => props.onSelect([token], checked)}
        />
      </TableCell>
      <TableCell component="th" scope="row" role="rowheader">
        <Name token={token} words={words} onOpen={props.onOpen} />
      </TableCell>
      {columns.map(column => (
        <TableCell key={column}>
          <TokenCell
            column={column}
            token={token}
            environment={environment}
            now={now}
            words={words}
          />
        </TableCell>
      ))}
      <TableCell padding="none">
        <TokenRowMenu
          token={token}
          onOpen={props.onOpen}
          onAction={props.onAction}
        />
      </TableCell>
    </TableRow>
  );
}

/** One token of the table. */
export const TokenRow = memo(PlainTokenRow);
