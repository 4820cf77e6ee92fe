import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
} from '@backstage/catalog-model';

/**
 * The GitLab project or group that a catalog entity stands for. Null: the entity does not say.
 *
 * @public
 */
export interface GitlabTarget {
  type: 'project' | 'group';
  /** Host of the GitLab instance, with the port where it is not the usual one. */
  host: string | null;
  path: string | null;
  /** GitLab's number. */
  id: number | null;
}

/** @public */
export const PROJECT_SLUG_ANNOTATION = 'gitlab.com/project-slug';
/** @public */
export const PROJECT_ID_ANNOTATION = 'gitlab.com/project-id';
/** @public */
export const INSTANCE_ANNOTATION = 'gitlab.com/instance';

/** The suffix of the annotation that Backstage's GitLab organisation provider puts on groups, `HOST/team-path`. */
const TEAM_PATH_SUFFIX = '/team-path';

/** What stands between the path of a project and the rest in URLs of GitLab's files. */
const FILES_SEPARATOR = /\/-\/(?:tree|blob|raw|edit)\//;

function withoutSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}

function fromAnnotations(annotations: Record<string, string>) {
  const slug = annotations[PROJECT_SLUG_ANNOTATION];
  const id = Number(annotations[PROJECT_ID_ANNOTATION]);
  const hasId = Number.isSafeInteger(id) && id > 0;
  if (!slug && !hasId) {
    return null;
  }
  return {
    type: 'project',
    host: annotations[INSTANCE_ANNOTATION] ?? null,
    path: slug ? withoutSlashes(slug) : null,
    id: hasId ? id : null,
  } as const;
}

function fromTeamPath(annotations: Record<string, string>) {
  const entry = Object.entries(annotations).find(([key]) =>
    key.endsWith(TEAM_PATH_SUFFIX),
  );
  if (!entry) {
    return null;
  }
  const [key, path] = entry;
  return {
    type: 'group',
    host:
      annotations[INSTANCE_ANNOTATION] ??
      key.slice(0, -TEAM_PATH_SUFFIX.length),
    path: withoutSlashes(path),
    id: null,
  } as const;
}

function fromLocation(location: string | undefined) {
  const match = location?.match(/^url:(https?:\/\/.+)$/);
  if (!match || !URL.canParse(match[1])) {
    return null;
  }
  const { host, pathname } = new URL(match[1]);
  const hasSeparator = FILES_SEPARATOR.test(`${pathname}/`);
  if (!hasSeparator && !/(^|\.)gitlab\./.test(host)) {
    return null;
  }
  const path = withoutSlashes(`${pathname}/`.split(FILES_SEPARATOR)[0]);
  return path.includes('/')
    ? ({ type: 'project', host, path, id: null } as const)
    : null;
}

/**
 * The GitLab project or group of an entity, from the annotations `gitlab.com/project-slug`, `gitlab.com/project-id`
 * and `gitlab.com/instance`, from the `HOST/team-path` of groups, or from a source location in GitLab. Null where it has none of these.
 *
 * @public
 */
export function gitlabTargetOf(entity: Entity): GitlabTarget | null {
  const annotations = entity.metadata.annotations ?? {};
  return (
    fromAnnotations(annotations) ??
    (entity.kind === 'Group' ? fromTeamPath(annotations) : null) ??
    fromLocation(annotations[ANNOTATION_SOURCE_LOCATION]) ??
    fromLocation(annotations[ANNOTATION_LOCATION])
  );
}
