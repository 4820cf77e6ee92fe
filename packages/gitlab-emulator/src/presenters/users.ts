import { createHash } from 'node:crypto';
import { Membership, User } from '../state/entities';
import { State } from '../state/State';
import { isVersionAtLeast } from './version';

interface View {
  readonly state: State;
  readonly baseUrl: string;
}

/** Namespaces of people share their ids with groups in GitLab; here they are kept far away from them. */
const FIRST_USER_NAMESPACE_ID = 1_000_000_000;

const NO_FOLLOWERS = { followers: 0, following: 0, is_followed: false };

const NO_SIGN_IN = {
  highest_role: 0,
  current_sign_in_ip: null,
  last_sign_in_ip: null,
  sign_in_count: 0,
};

export function userNamespaceId(user: User): number {
  return FIRST_USER_NAMESPACE_ID + user.id;
}

/** The short form, in which users appear inside other entities. */
export function presentBasicUser({ state, baseUrl }: View, user: User) {
  const digest = createHash('sha256').update(user.email).digest('hex');
  const isPublicEmailBasic = isVersionAtLeast(state.settings.version, '18.0');
  return {
    id: user.id,
    username: user.username,
    ...(isPublicEmailBasic && { public_email: null }),
    name: user.name,
    state: user.state,
    locked: false,
    avatar_url: `https://www.gravatar.com/avatar/${digest}?s=80&d=identicon`,
    web_url: `${baseUrl}/${user.username}`,
  };
}

/** A service account, as the endpoints that make it show it. */
export function presentServiceAccount({ state }: View, user: User) {
  return {
    id: user.id,
    username: user.username,
    ...(isVersionAtLeast(state.settings.version, '18.0') && {
      public_email: null,
    }),
    name: user.name,
    email: user.email,
  };
}

/** A user as it sees itself. */
export function presentCurrentUser(view: View, user: User) {
  return {
    ...presentPublicUser(view, user),
    ...presentPrivateFields(view, user),
    ...(user.admin && presentAdministratorFields(view, user)),
  };
}

/** A user as others see it. */
export function presentOtherUser(view: View, user: User) {
  return { ...presentPublicUser(view, user), ...NO_FOLLOWERS };
}

/** A user as an administrator sees it; who follows somebody is not shown to themselves. */
export function presentUserToAdministrator(
  view: View & { caller: { user: User } },
  user: User,
  place: 'list' | 'show',
) {
  const { enterprise } = view.state.settings;
  const isOther = user !== view.caller.user;
  return {
    ...presentPublicUser(view, user),
    ...(isOther && NO_FOLLOWERS),
    ...presentPrivateFields(view, user),
    ...presentAdministratorFields(view, user),
    ...(place === 'show' && NO_SIGN_IN),
    ...(place === 'show' && enterprise && { plan: null, trial: false }),
  };
}

function presentPublicUser(view: View, user: User) {
  const isNew = isVersionAtLeast(view.state.settings.version, '18.0');
  return {
    ...presentBasicUser(view, user),
    public_email: null,
    created_at: user.createdAt,
    bio: '',
    location: '',
    ...(!isNew && { skype: '' }),
    linkedin: '',
    twitter: '',
    discord: '',
    website_url: '',
    ...(isNew && { github: '' }),
    organization: '',
    job_title: '',
    pronouns: null,
    bot: user.bot,
    work_information: null,
    local_time: null,
  };
}

function presentPrivateFields({ state }: View, user: User) {
  const { version, enterprise } = state.settings;
  return {
    last_sign_in_at: null,
    confirmed_at: user.createdAt,
    last_activity_on: null,
    email: user.email,
    theme_id: 3,
    color_scheme_id: 1,
    projects_limit: user.bot ? 0 : 100000,
    current_sign_in_at: null,
    identities: [],
    can_create_group: !user.bot,
    can_create_project: !user.bot,
    two_factor_enabled: false,
    external: user.bot,
    private_profile: false,
    commit_email: user.email,
    ...(isVersionAtLeast(version, '18.0') && { preferred_language: 'en' }),
    ...(enterprise && {
      shared_runners_minutes_limit: null,
      extra_shared_runners_minutes_limit: null,
      scim_identities: [],
    }),
  };
}

function presentAdministratorFields({ state }: View, user: User) {
  const { version, enterprise } = state.settings;
  return {
    is_admin: user.admin,
    note: null,
    namespace_id: userNamespaceId(user),
    created_by: null,
    ...(!isVersionAtLeast(version, '18.0') && { email_reset_offered_at: null }),
    ...(enterprise && { using_license_seat: false }),
  };
}

/** A member of a group or a project, with the role that counts. */
export function presentMember(view: View, membership: Membership) {
  const user = view.state.users.get(membership.userId);
  if (!user) {
    throw new Error(`user ${membership.userId} is a member and does not exist`);
  }
  return {
    ...presentBasicUser(view, user),
    public_email: null,
    access_level: membership.accessLevel,
    created_at: membership.createdAt,
    expires_at: membership.expiresAt,
    ...(view.state.settings.enterprise && { membership_state: 'active' }),
  };
}
