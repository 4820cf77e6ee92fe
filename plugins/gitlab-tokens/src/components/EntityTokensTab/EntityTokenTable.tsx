import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { EnvironmentTokens } from '../../model/entityTokens';
import { GitlabTarget } from '../../model/gitlabTarget';
import { TokenColumn } from '../../model/tokenColumns';
import { targetName } from '../../words/entityTokens';
import { headerId } from '../TokenTable/TokenCell';
import { EntityTask } from './EntityTokenDialogs';
import { EntityTokenRow } from './EntityTokenRow';

/** What is shown of a token beside its name. */
const COLUMNS: readonly TokenColumn[] = [
  'kind',
  'role',
  'scopes',
  'state',
  'expiresAt',
  'lastUsedAt',
];

const useStyles = makeStyles(
  theme => ({
    region: {
      // What is too wide scrolls here and not with the page
      overflowX: 'auto',
      // Holds what is hidden from sight alone inside of the scrolled part
      position: 'relative',
      backgroundColor: theme.palette.background.paper,
    },
    caption: {
      position: 'absolute',
      width: 1,
      height: 1,
      margin: -1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
    header: { whiteSpace: 'nowrap' },
    pending: { opacity: 0.6 },
    environment: {
      // The theme gives every other row another colour; here the environments alone have one
      '&:nth-of-type(odd)': {
        backgroundColor: theme.palette.background.default,
      },
      '& th': { fontWeight: 700 },
    },
  }),
  { name: 'GitlabTokensEntityTokenTable' },
);

/** The tokens of a project or group, environment by environment. */
export function EntityTokenTable(props: {
  target: GitlabTarget;
  groups: readonly EnvironmentTokens[];
  environments: readonly Environment[];
  pending: boolean;
  now: Date;
  onOpen: (ref: string) => void;
  onTask: (task: EntityTask) => void;
}) {
  const { target, groups, environments, pending, now } = props;
  const { onOpen, onTask } = props;
  const classes = useStyles();
  const { t } = useWords();
  const columns = ['name' as const, ...COLUMNS, 'actions' as const];
  return (
    <div
      className={classes.region}
      role="region"
      aria-label={t('tokens.region')}
    >
      <Table
        size="small"
        aria-busy={pending}
        className={pending ? classes.pending : undefined}
      >
        <caption className={classes.caption}>
          {t('entityTokens.caption', { target: targetName(target) })}
        </caption>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell
                key={column}
                id={headerId(column)}
                scope="col"
                className={classes.header}
              >
                {t(`tokens.column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        {groups.map(({ environment: name, tokens }) => {
          const environment = environments.find(each => each.name === name);
          return (
            <TableBody key={name}>
              <TableRow className={classes.environment}>
                <TableCell
                  component="th"
                  scope="rowgroup"
                  role="rowheader"
                  colSpan={columns.length}
                >
                  {environment?.title ?? name}
                </TableCell>
              </TableRow>
              {tokens.map(token => (
                <EntityTokenRow
                  key={token.ref}
                  token={token}
                  target={target}
                  environment={environment}
                  columns={COLUMNS}
                  now={now}
                  onOpen={onOpen}
                  onTask={onTask}
                />
              ))}
            </TableBody>
          );
        })}
      </Table>
    </div>
  );
}
