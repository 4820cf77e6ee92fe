import {
  Environment,
  IssueRequest,
  issueRequestSchema,
  ownerTypeOf,
  Policy,
  Role,
  ROLE_LEVELS,
  ROLES,
  scopesOfKind,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { hasRole } from '../words/tokens';
import {
  DeliveryForm,
  deliverOf,
  NEW_DELIVERY,
  wrongDeliveryFields,
} from './issueFormDelivery';

export { hasRole };

/** A token to be issued, as it is typed in. */
export type IssueForm = {
  environment: string;
  kind: TokenKind;
  owner: string;
  name: string;
  /** Empty: not chosen yet. */
  role: Role | '';
  scopes: string[];
  expiresAt: string;
  delivery: DeliveryForm;
  /** The name is somebody's own, and no longer follows the owner. */
  isNamed: boolean;
};

/** What a dialog is opened with. */
export type IssuePresets = {
  environment?: string;
  kind?: TokenKind;
  owner?: string;
};

/** The fields that the form shows messages at. */
export const ISSUE_FIELDS = [
  'environment',
  'kind',
  'owner',
  'name',
  'role',
  'scopes',
  'expiresAt',
  'deliver',
] as const;

/** A name from a template: the last part of the owner's path, and what it is for. */
function nameFor(owner: string, purpose: string): string {
  const last = owner.trim().split('/').pop() ?? '';
  return last === '' ? '' : `${last} ${purpose}`;
}

/** The form before anything was typed: the presets, and the portal's own environment where none is given. */
export function newIssueForm(
  presets: IssuePresets,
  environments: readonly Environment[],
  purpose: string,
): IssueForm {
  const { environment, kind = 'project', owner = '' } = presets;
  const own = environments.find(({ current }) => current) ?? environments[0];
  const ownerType = ownerTypeOf(kind);
  return {
    environment: environment ?? own?.name ?? '',
    kind,
    owner,
    name: nameFor(owner, purpose),
    role: '',
    scopes: [],
    expiresAt: '',
    delivery: {
      ...NEW_DELIVERY,
      owner: ownerType === 'group' ? 'group' : 'project',
      path: ownerType === 'user' ? '' : owner,
    },
    isNamed: false,
  };
}

/** The form after a change, with what follows from it: a new kind has other scopes, a new owner another name. */
export function changedForm(
  before: IssueForm,
  change: Partial<IssueForm>,
  purpose: string,
): IssueForm {
  const after = { ...before, ...change };
  const possible = scopesOfKind(after.kind);
  const follows = before.delivery.path === before.owner;
  const type = ownerTypeOf(after.kind);
  const isMoved =
    after.owner !== before.owner || type !== ownerTypeOf(before.kind);
  return {
    ...after,
    role: hasRole(after.kind) ? after.role : '',
    scopes: after.scopes.filter(scope => possible.includes(scope)),
    isNamed: after.isNamed || change.name !== undefined,
    name:
      after.isNamed || change.name !== undefined
        ? after.name
        : nameFor(after.owner, purpose),
    delivery:
      isMoved && follows && type !== 'user'
        ? { ...after.delivery, owner: type, path: after.owner }
        : after.delivery,
  };
}

/** The request, or the fields that are not filled in as they have to be. */
export function requestOf(
  form: IssueForm,
): { request: IssueRequest } | { wrong: string[] } {
  const parsed = issueRequestSchema.safeParse({
    environment: form.environment,
    kind: form.kind,
    owner: form.owner.trim(),
    name: form.name.trim(),
    scopes: form.scopes,
    ...(form.role !== '' && { role: form.role }),
    expiresAt: form.expiresAt,
    deliver: deliverOf(form.delivery),
  });
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map(({ path }) => String(path[0]));
  const all = [
    ...wrong,
    ...(hasRole(form.kind) && form.role === '' ? ['role'] : []),
    ...(wrongDeliveryFields(form.delivery).length > 0 ? ['deliver'] : []),
  ];
  return parsed.success && all.length === 0
    ? { request: parsed.data }
    : { wrong: [...new Set(all)] };
}

/** The roles that GitLab gives to tokens, and whether the policy allows each. */
export function roleChoices(
  policy: Policy,
): { role: Role; isAllowed: boolean }[] {
  const most = ROLE_LEVELS[policy.maxRole ?? 'owner'];
  return ROLES.filter(role => ROLE_LEVELS[role] >= ROLE_LEVELS.guest).map(
    role => ({ role, isAllowed: ROLE_LEVELS[role] <= most }),
  );
}

/** How scopes are grouped. */
const SCOPE_GROUPS = [
  'read',
  'write',
  'registry',
  'packages',
  'administration',
] as const;

export type ScopeGroup = (typeof SCOPE_GROUPS)[number];

const WRITING = ['api', 'write_repository', 'write_observability'];

function groupOf(scope: string): ScopeGroup {
  if (scope.endsWith('_package_registry')) {
    return 'packages';
  }
  if (scope.endsWith('_registry')) {
    return 'registry';
  }
  if (WRITING.includes(scope)) {
    return 'write';
  }
  return scope.startsWith('read_') && scope !== 'read_service_ping'
    ? 'read'
    : 'administration';
}

/** The scopes that tokens of a kind can have, in groups, and whether the policy allows each. */
export function scopeChoices(
  kind: TokenKind,
  { allowedScopes }: Policy,
): { group: ScopeGroup; scopes: { scope: string; isAllowed: boolean }[] }[] {
  return SCOPE_GROUPS.map(group => ({
    group,
    scopes: scopesOfKind(kind)
      .filter(scope => groupOf(scope) === group)
      .map(scope => ({
        scope,
        isAllowed: allowedScopes?.includes(scope) ?? true,
      })),
  })).filter(({ scopes }) => scopes.length > 0);
}
