import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { useWords } from '../../hooks/useWords';
import { gitlabTargetOf } from '../../model/gitlabTarget';
import { environmentsRouteRef } from '../../routes';
import { targetName } from '../../words/entityTokens';
import { EntityTokenCount } from './EntityTokenCount';
import { MissingTarget } from './MissingTarget';
import { ReachList } from './ReachList';

/**
 * On the page of a catalog entity: how many tokens its GitLab project or group has, which environments' tokens reach it,
 * and until when.
 *
 * @public
 */
export function EntityGitlabTokensCard() {
  const { entity } = useEntity();
  const { t } = useWords();
  const environmentsPath = useRouteRef(environmentsRouteRef)();
  const target = gitlabTargetOf(entity);
  if (target === null) {
    return (
      <EntityInfoCard title={t('entity.title')}>
        <MissingTarget entity={entity} />
      </EntityInfoCard>
    );
  }
  return (
    <EntityInfoCard
      title={t('entity.title')}
      footerActions={
        <Typography variant="body2">
          <Link to={environmentsPath}>{t('entity.viewAll')}</Link>
        </Typography>
      }
    >
      <Typography variant="body2" color="textSecondary">
        {t('entity.subtitle', { target: targetName(target) })}
      </Typography>
      <EntityTokenCount entity={entity} target={target} />
      <ReachList target={target} environmentsPath={environmentsPath} />
    </EntityInfoCard>
  );
}
