import { GitlabTarget } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** A catalog entity that stands for a GitLab project or group. */
export interface GitlabEntity {
  target: GitlabTarget;
  /** Entity references of its owners. */
  owners: string[];
}

/** The catalog, as far as it concerns GitLab. */
export interface CatalogEntities {
  /** All entities that stand for a project or group, in batches. Whatever error the catalog has is thrown. */
  list(): AsyncIterable<GitlabEntity[]>;
}
