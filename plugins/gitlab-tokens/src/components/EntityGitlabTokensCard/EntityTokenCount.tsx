import { Entity } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  EntityTokensState,
  useEntityTokens,
} from '../../hooks/useEntityTokens';
import { useWords } from '../../hooks/useWords';
import { GitlabTarget } from '../../model/gitlabTarget';
import { entityTabRouteRef } from '../../routes';
import { targetName, tokensSummary } from '../../words/entityTokens';
import { tokensFailureWords } from '../../words/tokens';
import { Words } from '../../words/Words';

const useStyles = makeStyles(
  theme => ({
    count: {
      padding: theme.spacing(1.5, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    title: { fontWeight: 700 },
  }),
  { name: 'GitlabTokensEntityTokenCount' },
);

function sentence(
  state: Exclude<EntityTokensState, { status: 'loading' }>,
  words: Words,
): string {
  return state.status === 'loaded'
    ? tokensSummary(state.list.items, words)
    : words.t('entityTokens.notCounted', {
        reason: tokensFailureWords(state.failure, words.t).what,
      });
}

/** How many tokens the entity's project or group has, when the next expires, and the way to the tab with them. */
export function EntityTokenCount(props: {
  entity: Entity;
  target: GitlabTarget;
}) {
  const { entity, target } = props;
  const classes = useStyles();
  const words = useWords();
  const { t } = words;
  const tabPath = useRouteRef(entityTabRouteRef)?.();
  const { state } = useEntityTokens(entity);
  const title = t('entityTokens.viewAll', { target: targetName(target) });
  return (
    <div className={classes.count}>
      <Typography variant="body1" className={classes.title}>
        {tabPath ? <Link to={tabPath}>{title}</Link> : title}
      </Typography>
      {state.status === 'loading' ? (
        <div role="status" aria-busy aria-label={t('entityTokens.loading')}>
          <Skeleton />
        </div>
      ) : (
        <Typography variant="body2">{sentence(state, words)}</Typography>
      )}
    </div>
  );
}
