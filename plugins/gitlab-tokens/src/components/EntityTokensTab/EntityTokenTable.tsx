import { makeStyles } from '@material-ui/core/styles';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useIsNarrow } from '../../hooks/useIsNarrow';
import { useWords } from '../../hooks/useWords';
import { EnvironmentTokens } from '../../model/entityTokens';
import { GitlabTarget } from '../../model/gitlabTarget';
import { TokenColumn } from '../../model/tokenColumns';
import { targetName } from '../../words/entityTokens';
import { WideRow, WideTable } from '../table';
import { headerId } from '../TokenTable';
import { EntityTokenHandlers } from './EntityTokenActions';
import { EntityTokenCards } from './EntityTokenCards';
import { EntityTokenRow } from './EntityTokenRow';

/** What is shown of a token beside its name; to whom it belongs, its name says. */
const COLUMNS: readonly TokenColumn[] = [
  'state',
  'expiresAt',
  'lastUsedAt',
  'kind',
  'role',
  'scopes',
];

const HEADERS = ['name', ...COLUMNS, 'actions'] as const;

const useStyles = makeStyles(
  { environment: { fontWeight: 700 } },
  { name: 'GitlabTokensEntityTokenTable' },
);

/** The tokens of a project or group, environment by environment. */
export function EntityTokenTable(
  props: EntityTokenHandlers & {
    target: GitlabTarget;
    groups: readonly EnvironmentTokens[];
    environments: readonly Environment[];
    pending: boolean;
    now: Date;
  },
) {
  const { target, groups, environments, pending, ...others } = props;
  const classes = useStyles();
  const words = useWords();
  const { t } = words;
  const caption = t('entityTokens.caption', { target: targetName(target) });
  if (useIsNarrow()) {
    return <EntityTokenCards {...props} caption={caption} words={words} />;
  }
  return (
    <WideTable
      region={t('tokens.region')}
      caption={caption}
      keepsLastColumn
      pending={pending}
    >
      <TableHead>
        <WideRow>
          {HEADERS.map(column => (
            <TableCell key={column} id={headerId(column)} scope="col">
              {t(`tokens.column.${column}`)}
            </TableCell>
          ))}
        </WideRow>
      </TableHead>
      {groups.map(({ environment: name, tokens }) => {
        const environment = environments.find(each => each.name === name);
        return (
          <TableBody key={name}>
            <WideRow look="section">
              <TableCell
                component="th"
                scope="rowgroup"
                role="rowheader"
                colSpan={HEADERS.length}
                className={classes.environment}
              >
                {environment?.title ?? name}
              </TableCell>
            </WideRow>
            {tokens.map(token => (
              <EntityTokenRow
                key={token.ref}
                {...{ token, target, environment, words }}
                columns={COLUMNS}
                {...others}
              />
            ))}
          </TableBody>
        );
      })}
    </WideTable>
  );
}
