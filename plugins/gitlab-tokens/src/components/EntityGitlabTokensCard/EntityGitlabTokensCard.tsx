import { InfoCard } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useWords } from '../../hooks/useWords';
import { GitlabTarget, gitlabTargetOf } from '../../model/gitlabTarget';
import { environmentsRouteRef } from '../../routes';
import { ReachList } from './ReachList';
import { MissingTarget } from './MissingTarget';

function nameOf({ path, id }: GitlabTarget): string {
  return path ?? `#${id}`;
}

/**
 * On the page of a catalog entity: which environments' tokens reach its GitLab project or group, and until when.
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
      subheader={t('entity.subtitle', { target: nameOf(target) })}
      deepLink={{ title: t('entity.viewAll'), link: environmentsPath }}
      noPadding
    >
      <ReachList target={target} environmentsPath={environmentsPath} />
    </InfoCard>
  );
}
