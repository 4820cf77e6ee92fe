import { html } from '../http/html';
import { effectiveMembership } from '../state/access';
import { Group, Membership, Project, User } from '../state/entities';
import { State } from '../state/State';
import { groupUrl } from './groups';
import {
  ENTERPRISE_SETTINGS,
  NEWER_SETTINGS,
  UNTOUCHED_SETTINGS,
} from './projectSettings';
import { userNamespaceId } from './users';
import { isVersionAtLeast } from './version';

interface View {
  readonly state: State;
  readonly baseUrl: string;
}

/** The fields that everybody sees who may see the project. */
export function presentBasicProject(view: View, project: Project) {
  const webUrl = `${view.baseUrl}/${project.fullPath}`;
  const host = new URL(view.baseUrl).hostname;
  return {
    id: project.id,
    description: project.description,
    name: project.name,
    name_with_namespace: project.fullName,
    path: project.path,
    path_with_namespace: project.fullPath,
    created_at: project.createdAt,
    default_branch: project.defaultBranch,
    tag_list: [],
    topics: [],
    ssh_url_to_repo: `git@${host}:${project.fullPath}.git`,
    http_url_to_repo: `${webUrl}.git`,
    web_url: webUrl,
    readme_url: null,
    forks_count: 0,
    avatar_url: null,
    star_count: 0,
    last_activity_at: project.createdAt,
    visibility: project.visibility,
    namespace: presentNamespace(view, project),
  };
}

/** A project with its settings; administrators also see where it is stored. */
export function presentProject(
  view: View,
  project: Project,
  user: User | null,
) {
  const { version, enterprise } = view.state.settings;
  const description = project.description ?? '';
  return {
    ...presentBasicProject(view, project),
    ...(user?.admin && { repository_storage: 'default' }),
    _links: linksOf(`${view.baseUrl}/api/v4/projects/${project.id}`),
    ...UNTOUCHED_SETTINGS,
    ...(isVersionAtLeast(version, '18.5') && NEWER_SETTINGS),
    creator_id: project.userId ?? 1,
    description_html:
      description && html`<p dir="auto">${description}</p>`.text,
    updated_at: project.createdAt,
    ...(enterprise && ENTERPRISE_SETTINGS),
  };
}

/** A project on its own, with what the caller may do in it. */
export function presentProjectDetail(
  view: View & { now: Date },
  project: Project,
  user: User,
) {
  return {
    ...presentProject(view, project, user),
    import_error: null,
    permissions: presentPermissions(view, project, user),
  };
}

/** The caller's direct role in the project, and the one in its group. */
export function presentPermissions(
  { state, now }: View & { now: Date },
  project: Project,
  user: User,
) {
  const direct = state.memberships.find(
    { type: 'project', id: project.id },
    user.id,
  );
  const inherited =
    project.groupId === null
      ? null
      : effectiveMembership(
          state,
          { type: 'group', id: project.groupId },
          { userId: user.id, now },
        );
  return {
    project_access: presentAccess(direct),
    group_access: presentAccess(inherited),
  };
}

function presentAccess(membership: Membership | null | undefined) {
  return membership
    ? { access_level: membership.accessLevel, notification_level: 3 }
    : null;
}

function presentNamespace({ state, baseUrl }: View, project: Project) {
  const group: Group | undefined =
    project.groupId === null ? undefined : state.groups.get(project.groupId);
  const user =
    project.userId === null ? undefined : state.users.get(project.userId);
  if (group) {
    return {
      id: group.id,
      name: group.name,
      path: group.path,
      kind: 'group',
      full_path: group.fullPath,
      parent_id: group.parentId,
      avatar_url: null,
      web_url: groupUrl(baseUrl, group),
    };
  }
  return {
    id: user ? userNamespaceId(user) : 0,
    name: user?.name ?? '',
    path: user?.username ?? '',
    kind: 'user',
    full_path: user?.username ?? '',
    parent_id: null,
    avatar_url: null,
    web_url: `${baseUrl}/${user?.username ?? ''}`,
  };
}

function linksOf(self: string) {
  return {
    self,
    issues: `${self}/issues`,
    merge_requests: `${self}/merge_requests`,
    repo_branches: `${self}/repository/branches`,
    labels: `${self}/labels`,
    events: `${self}/events`,
    members: `${self}/members`,
    cluster_agents: `${self}/cluster_agents`,
  };
}
