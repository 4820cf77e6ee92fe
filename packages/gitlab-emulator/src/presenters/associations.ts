import { Group, Project, User } from '../state/entities';
import { State } from '../state/State';
import { groupUrl } from './groups';
import { presentBasicProject, presentPermissions } from './projects';

interface View {
  readonly state: State;
  readonly baseUrl: string;
  readonly now: Date;
}

/** A group that a token reaches, with the role there. */
export function presentGroupAssociation(
  { baseUrl }: View,
  group: Group & { level: number },
) {
  return {
    id: group.id,
    web_url: groupUrl(baseUrl, group),
    name: group.name,
    parent_id: group.parentId,
    organization_id: 1,
    access_levels: group.level,
    visibility: group.visibility,
  };
}

/** A project that a token reaches, with the roles there and in its group. */
export function presentProjectAssociation(
  view: View,
  project: Project,
  user: User,
) {
  const shown = presentBasicProject(view, project);
  const access = presentPermissions(view, project, user);
  return {
    id: shown.id,
    description: shown.description,
    name: shown.name,
    name_with_namespace: shown.name_with_namespace,
    path: shown.path,
    path_with_namespace: shown.path_with_namespace,
    created_at: shown.created_at,
    access_levels: {
      project_access_level: access.project_access?.access_level ?? null,
      group_access_level: access.group_access?.access_level ?? null,
    },
    visibility: shown.visibility,
    web_url: shown.web_url,
    namespace: shown.namespace,
  };
}
