import { recordTokenUse } from '../api/tokenUsage';
import { canSeeProject } from '../state/access';
import { DeployToken, Project, Token, User } from '../state/entities';
import { Moment } from '../state/issueToken';
import { State } from '../state/State';
import { isActive } from '../state/tokenState';
import { BasicCredentials } from './credentials';

/** Who asks, and with which token. A deploy token is nobody's: it acts for itself. */
export type Holder =
  | { readonly type: 'person'; readonly user: User; readonly token: Token }
  | { readonly type: 'deploy-token'; readonly token: DeployToken };

/** What a token is good for beside the API. */
export type Ability = 'download-code' | 'pull-image' | 'push-image';

const READING: readonly Ability[] = ['download-code', 'pull-image'];

const ABILITIES: Readonly<Record<string, readonly Ability[]>> = {
  api: [...READING, 'push-image'],
  read_api: READING,
  read_repository: ['download-code'],
  write_repository: ['download-code'],
  ai_workflows: ['download-code'],
  read_registry: ['pull-image'],
  write_registry: ['push-image'],
};

export function hasAbility({ token }: Holder, ability: Ability): boolean {
  return token.scopes.some(scope => ABILITIES[scope]?.includes(ability));
}

/** The token's row, accepted or not; null where there is none or it is a deploy token. */
export function presentedToken(
  state: State,
  credentials: BasicCredentials | null,
): Token | null {
  return state.tokens.findBy('value', credentials?.password ?? '') ?? null;
}

/**
 * Checks the value, the user name and, where a project is meant, whether a bot or a deploy token belongs there. The
 * user name of a deploy token must be its own; with every other token any will do, but for a blank one.
 *
 * @returns null where GitLab says no more than that access is denied
 */
export function authenticateHolder(
  moment: Moment,
  credentials: BasicCredentials,
  project: Project | null,
): Holder | null {
  return (
    personOf(moment, credentials, project) ??
    deployTokenOf(moment, credentials, project)
  );
}

function personOf(
  { state, now }: Moment,
  credentials: BasicCredentials,
  project: Project | null,
): Holder | null {
  const token = presentedToken(state, credentials);
  const user = token && state.users.get(token.userId);
  if (!token || !user || credentials.userName.trim() === '') {
    return null;
  }
  const isImpersonationRefused =
    token.kind === 'impersonation' && !state.settings.impersonationEnabled;
  const isStrangeBot =
    (user.bot || user.serviceAccount) &&
    project !== null &&
    !canSeeProject(state, project, { user, now });
  if (
    !isActive(token, now) ||
    user.state !== 'active' ||
    isImpersonationRefused ||
    isStrangeBot
  ) {
    return null;
  }
  recordTokenUse(state, token, { now, ip: '127.0.0.1' });
  return { type: 'person', user, token };
}

function deployTokenOf(
  { state, now }: Moment,
  { userName, password }: BasicCredentials,
  project: Project | null,
): Holder | null {
  const token = state.deployTokens.findBy('value', password);
  if (!token || token.revoked || token.username !== userName) {
    return null;
  }
  const isExpired = token.expiresAt !== null && new Date(token.expiresAt) < now;
  return isExpired || (project && !belongsTo(state, token, project))
    ? null
    : { type: 'deploy-token', token };
}

/** Whether the deploy token is of that project or of a group above it. */
export function belongsTo(
  state: State,
  { resource }: DeployToken,
  { id }: Project,
): boolean {
  return resource.type === 'project'
    ? resource.id === id
    : state
        .groupsAbove({ type: 'project', id })
        .some(group => group.id === resource.id);
}
