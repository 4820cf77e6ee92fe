import { InfoCard } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
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
      <InfoCard title={t('entity.title')}>
        <MissingTarget entity={entity} />
      </InfoCard>
    );
  }
  return (
    <InfoCard
      title={t('entity.title')}
      subheader={t('entity.subtitle', { target: targetName(target) })}
      deepLink={{ title: t('entity.viewAll'), link: environmentsPath }}
      noPadding
    >
      <EntityTokenCount entity={entity} target={target} />
      <ReachList target={target} environmentsPath={environmentsPath} />
    </InfoCard>
  );
}
