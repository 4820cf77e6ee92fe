import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useWords } from '../../hooks/useWords';
import { gitlabTargetOf } from '../../model/gitlabTarget';
import { MissingTarget } from '../EntityGitlabTokensCard/MissingTarget';
import { EntityTokens } from './EntityTokens';

/**
 * On the page of a catalog entity: the tokens of its GitLab project or group and of the groups above it, and what can
 * be done with them.
 *
 * @public
 */
export function EntityTokensTab() {
  const { entity } = useEntity();
  const { t } = useWords();
  const target = gitlabTargetOf(entity);
  return target === null ? (
    <InfoCard title={t('page.title')}>
      <MissingTarget entity={entity} />
    </InfoCard>
  ) : (
    // What is being done with tokens of one entity ends where the page goes to another
    <EntityTokens
      key={stringifyEntityRef(entity)}
      entity={entity}
      target={target}
    />
  );
}
