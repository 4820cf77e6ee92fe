import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { isOwn } from '../../model/entityTokens';
import { GitlabTarget } from '../../model/gitlabTarget';
import { TokenColumn } from '../../model/tokenColumns';
import { TokenCell } from '../TokenTable/TokenCell';
import { TokenRowMenu } from '../TokenTable/TokenRowMenu';
import { EntityTask } from './EntityTokenDialogs';

const useStyles = makeStyles(
  theme => ({
    row: {
      '&:nth-of-type(odd)': {
        backgroundColor: theme.palette.background.paper,
      },
      // The theme would break words in two
      '& td, & th': { wordBreak: 'normal', lineHeight: 1.4 },
    },
    name: { minWidth: 160, overflowWrap: 'anywhere', fontWeight: 700 },
    owner: {
      display: 'block',
      fontWeight: 'normal',
      color: theme.palette.text.secondary,
    },
    actions: { display: 'flex', alignItems: 'center', whiteSpace: 'nowrap' },
  }),
  { name: 'GitlabTokensEntityTokenRow' },
);

/** What a token belongs to, where that is a group above the entity's own. */
function Inherited(props: { token: ManagedToken }) {
  const { owner } = props.token;
  const classes = useStyles();
  const { t } = useWords();
  return (
    <span className={classes.owner}>
      {owner.path === null
        ? t('entityTokens.inheritedFromUnknown')
        : t('entityTokens.inherited', { owner: owner.path })}
    </span>
  );
}

/** One token, how it is used, and what can be done with it. */
export function EntityTokenRow(props: {
  token: ManagedToken;
  target: GitlabTarget;
  environment: Environment | undefined;
  columns: readonly TokenColumn[];
  now: Date;
  onOpen: (ref: string) => void;
  onTask: (task: EntityTask) => void;
}) {
  const { token, target, environment, columns, now, onOpen, onTask } = props;
  const classes = useStyles();
  const words = useWords();
  const { t } = words;
  return (
    <TableRow className={classes.row}>
      <TableCell
        component="th"
        scope="row"
        role="rowheader"
        className={classes.name}
      >
        {token.name}
        {!isOwn(token, target) && <Inherited token={token} />}
      </TableCell>
      {columns.map(column => (
        <TableCell key={column}>
          <TokenCell
            column={column}
            token={token}
            environment={environment}
            words={words}
            now={now}
          />
        </TableCell>
      ))}
      <TableCell>
        <div className={classes.actions}>
          <Button
            size="small"
            variant="outlined"
            aria-label={t('recipe.actionOf', { name: token.name })}
            onClick={() => onTask({ action: 'use', token })}
          >
            {t('recipe.action')}
          </Button>
          <TokenRowMenu
            token={token}
            onOpen={onOpen}
            onAction={(action, tokens) => onTask({ action, tokens })}
          />
        </div>
      </TableCell>
    </TableRow>
  );
}
