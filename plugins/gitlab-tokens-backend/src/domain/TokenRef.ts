import { isDeployKind } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** Where tokens of a kind live; ids are GitLab's numbers. */
export type TokenHome =
  | { kind: 'personal' | 'impersonation'; userId: number }
  | { kind: 'group' | 'group-deploy'; groupId: number }
  | { kind: 'project' | 'project-deploy'; projectId: number }
  | ServiceAccountHome;

/** A service account of a group, of a project, or of the whole instance where neither is given. */
export interface ServiceAccountHome {
  kind: 'service-account';
  userId: number;
  groupId?: number;
  projectId?: number;
}

/** One token. */
export type TokenRef = TokenHome & { id: number };

/** What all new tokens have in common. */
interface CommonSpec {
  name: string;
  scopes: string[];
  /** `YYYY-MM-DD`; null: never, where GitLab allows that. It is always sent: what GitLab does without it varies. */
  expiresAt: string | null;
}

/** A token to be issued. */
export type TokenSpec = CommonSpec &
  (
    | (Extract<TokenHome, { kind: 'personal' | 'impersonation' }> & {
        description?: string;
      })
    | (ServiceAccountHome & { description?: string })
    | ({ kind: 'group'; groupId: number } & ResourceSpec)
    | ({ kind: 'project'; projectId: number } & ResourceSpec)
    /** GitLab invents the user name of a deploy token where it is left out. */
    | { kind: 'group-deploy'; groupId: number; username?: string }
    | { kind: 'project-deploy'; projectId: number; username?: string }
  );

interface ResourceSpec {
  accessLevel: number;
  description?: string;
}

/**
 * What a token is called in URLs: `dev.group.10.42`, `dev.service-account.55-group-10.42`. Nothing in it is secret.
 */
export function tokenRefText(environment: string, ref: TokenRef): string {
  return [environment, ref.kind, homeText(ref), ref.id].join('.');
}

function homeText(home: TokenHome): string {
  switch (home.kind) {
    case 'group':
    case 'group-deploy':
      return `${home.groupId}`;
    case 'project':
    case 'project-deploy':
      return `${home.projectId}`;
    case 'service-account':
      return serviceAccountText(home);
    default:
      return `${home.userId}`;
  }
}

function serviceAccountText(home: ServiceAccountHome): string {
  const { userId, groupId, projectId } = home;
  if (groupId !== undefined) {
    return `${userId}-group-${groupId}`;
  }
  return projectId === undefined
    ? `${userId}`
    : `${userId}-project-${projectId}`;
}

const PATTERN =
  /^([a-z0-9-]+)\.([a-z-]+)\.(\d{1,15})(?:-(group|project)-(\d{1,15}))?\.(\d{1,15})$/;

/** The opposite of `tokenRefText`; undefined for anything that it does not write. */
export function parseTokenRef(
  text: string,
): { environment: string; ref: TokenRef } | undefined {
  const [, environment, kind, home, place, placeId, id] =
    PATTERN.exec(text) ?? [];
  const parsed = parseHome(kind, Number(home), place, Number(placeId));
  if (!parsed) {
    return undefined;
  }
  const ref = { ...parsed, id: Number(id) };
  return tokenRefText(environment, ref) === text
    ? { environment, ref }
    : undefined;
}

function parseHome(
  kind: string | undefined,
  home: number,
  place: string | undefined,
  placeId: number,
): TokenHome | undefined {
  switch (kind) {
    case 'group':
    case 'group-deploy':
      return { kind, groupId: home };
    case 'project':
    case 'project-deploy':
      return { kind, projectId: home };
    case 'personal':
    case 'impersonation':
      return { kind, userId: home };
    case 'service-account':
      return {
        kind,
        userId: home,
        ...(place === 'group' ? { groupId: placeId } : {}),
        ...(place === 'project' ? { projectId: placeId } : {}),
      };
    default:
      return undefined;
  }
}

/**
 * Of what only one operation may be open: the token by host, family and number. Access tokens of all kinds share one
 * sequence of numbers, deploy tokens have another.
 */
export function tokenSubject(
  host: string,
  { kind, id }: Pick<TokenRef, 'kind' | 'id'>,
): string {
  return `${host} ${isDeployKind(kind) ? 'deploy-token' : 'token'} ${id}`;
}
