import { Group } from '../state/entities';
import { State } from '../state/State';
import { isVersionAtLeast } from './version';

interface View {
  readonly state: State;
  readonly baseUrl: string;
}

/** What a group looks like in which nobody changed a setting. */
const UNTOUCHED_SETTINGS = {
  share_with_group_lock: false,
  require_two_factor_authentication: false,
  two_factor_grace_period: 48,
  project_creation_level: 'developer',
  auto_devops_enabled: null,
  subgroup_creation_level: 'maintainer',
  emails_disabled: false,
  emails_enabled: true,
  mentions_disabled: null,
  lfs_enabled: true,
  math_rendering_limits_enabled: true,
  lock_math_rendering_limits_enabled: false,
  default_branch: null,
  default_branch_protection: 2,
  default_branch_protection_defaults: {
    allowed_to_push: [{ access_level: 40 }],
    allow_force_push: false,
    allowed_to_merge: [{ access_level: 40 }],
    developer_can_initial_push: false,
  },
  avatar_url: null,
  request_access_enabled: true,
};

const NEWER_SETTINGS = {
  show_diff_preview_in_email: true,
  archived: false,
  marked_for_deletion_on: null,
};

const ENTERPRISE_SETTINGS = {
  ldap_cn: null,
  ldap_access: null,
  wiki_access_level: 'enabled',
};

const ENTERPRISE_DETAILS = {
  shared_runners_minutes_limit: null,
  extra_shared_runners_minutes_limit: null,
  prevent_forking_outside_group: null,
  membership_lock: false,
};

/** A group as it stands in lists. */
export function presentGroup({ state, baseUrl }: View, group: Group) {
  const { version, enterprise } = state.settings;
  const isNewer = isVersionAtLeast(version, '18.5');
  return {
    id: group.id,
    web_url: groupUrl(baseUrl, group),
    name: group.name,
    path: group.path,
    description: group.description,
    visibility: group.visibility,
    ...UNTOUCHED_SETTINGS,
    ...(isNewer && NEWER_SETTINGS),
    full_name: group.fullName,
    full_path: group.fullPath,
    created_at: group.createdAt,
    parent_id: group.parentId,
    organization_id: 1,
    shared_runners_setting: 'enabled',
    max_artifacts_size: null,
    ...(enterprise && ENTERPRISE_SETTINGS),
    ...(enterprise &&
      isNewer &&
      group.parentId === null && { duo_namespace_access_rules: [] }),
  };
}

/** A group on its own; `projects` are those directly in it, already presented, or null to leave them out. */
export function presentGroupDetail(
  view: View,
  group: Group,
  projects: readonly unknown[] | null,
) {
  const { version, enterprise } = view.state.settings;
  const isTopLevel = group.parentId === null;
  return {
    ...presentGroup(view, group),
    shared_with_groups: [],
    runners_token: null,
    ...(isTopLevel && {
      enabled_git_access_protocol: 'all',
      prevent_sharing_groups_outside_hierarchy: false,
    }),
    ...(projects && { projects, shared_projects: [] }),
    ...(enterprise && ENTERPRISE_DETAILS),
    ...(enterprise &&
      isTopLevel &&
      isVersionAtLeast(version, '18.5') && {
        service_access_tokens_expiration_enforced:
          view.state.settings.requireServiceAccountTokenExpiry,
      }),
  };
}

export function groupUrl(baseUrl: string, group: Group): string {
  return `${baseUrl}/groups/${group.fullPath}`;
}
