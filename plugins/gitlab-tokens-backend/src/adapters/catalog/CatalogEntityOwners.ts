import { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { gitlabTargetOf } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { CatalogEntities, GitlabEntity } from '../../ports/CatalogEntities';

/** The portal's own catalog, read as this plugin and not as any of its users. */
export class CatalogEntityOwners implements CatalogEntities {
  constructor(
    private readonly options: { catalog: CatalogService; auth: AuthService },
  ) {}

  async *list(): AsyncGenerator<GitlabEntity[]> {
    const { catalog, auth } = this.options;
    const batches = catalog.streamEntities(
      {
        fields: ['kind', 'metadata.name', 'metadata.annotations', 'relations'],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const entities of batches) {
      yield entities.flatMap(entity => {
        const target = gitlabTargetOf(entity);
        const owners = (entity.relations ?? [])
          .filter(({ type }) => type === RELATION_OWNED_BY)
          .map(({ targetRef }) => targetRef);
        return target ? [{ target, owners }] : [];
      });
    }
  }
}
