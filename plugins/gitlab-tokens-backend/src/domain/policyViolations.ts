import {
  Delivery,
  IssueRequest,
  ownerTypeOf,
  RotateRequest,
  TokenKind,
  Violation,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { deliveryIssues } from './builtInDeliveries';
import { EnvironmentSettings, isWithin } from './EnvironmentSettings';
import { expiryViolations, tokenViolations } from './tokenPolicy';

/** What a request is judged by. */
export interface RequestContext {
  environment: EnvironmentSettings;
  now: Date;
  isKnownTarget: (name: string) => boolean;
  /** The token is, or will be, the one that the environment's portal runs on. */
  isCredential: boolean;
}

/** A request that names an environment which is not configured. */
export function unknownEnvironment(
  found: string,
  environments: readonly EnvironmentSettings[],
): Violation {
  return {
    code: 'UNKNOWN_ENVIRONMENT',
    field: 'environment',
    found,
    allowed: environments.map(({ name }) => name),
    message: `There is no environment "${found}"`,
  };
}

/**
 * Everything in a request that the environment's policy or GitLab's rules do not allow. Whether a user's tokens may be
 * managed depends on the broker, and is judged apart.
 */
export function issueViolations(
  request: IssueRequest,
  context: RequestContext,
): Violation[] {
  const { environment, now } = context;
  const policy = { ...environment.policy, kind: request.kind };
  const role = request.role ?? null;
  return [
    ...ownerViolations(request.kind, request.owner, environment),
    ...nameViolations(request.name),
    ...tokenViolations({ scopes: request.scopes, role }, policy),
    ...expiryViolations(request.expiresAt, policy, now),
    ...deliveryViolations(request.deliver, context),
  ];
}

/**
 * The same for a rotation.
 *
 * @param kind - of the token that it makes; undefined while that is not known
 */
export function rotateViolations(
  { expiresAt, deliver }: RotateRequest,
  kind: TokenKind | undefined,
  context: RequestContext,
): Violation[] {
  const { environment, now } = context;
  const policy = { ...environment.policy, kind };
  return [
    ...(expiresAt ? expiryViolations(expiresAt, policy, now) : []),
    ...deliveryViolations(deliver ?? [], context),
  ];
}

/** Groups and projects are managed where they are configured; of users nothing is said here. */
export function ownerViolations(
  kind: TokenKind,
  owner: string,
  environment: EnvironmentSettings,
): Violation[] {
  const isManaged = isUserKind(kind) || isWithin(owner, environment.owners);
  return isManaged ? [] : [ownerNotManaged(owner, environment)];
}

/** Kinds whose owner is a user. */
export type UserKind = Extract<
  TokenKind,
  'personal' | 'impersonation' | 'service-account'
>;

/** Tokens that act as a person or a service account, whose owner is a user name. */
export function isUserKind(kind: TokenKind): kind is UserKind {
  return ownerTypeOf(kind) === 'user';
}

/** The environment does not manage the tokens of this owner. */
export function ownerNotManaged(
  owner: string,
  { name, owners }: EnvironmentSettings,
): Violation {
  return {
    code: 'OWNER_NOT_MANAGED',
    field: 'owner',
    found: owner,
    allowed: owners,
    message: `The environment ${name} does not manage tokens of "${owner}"`,
  };
}

/** The owner does not exist, or the broker does not see it. */
export function ownerUnknown(owner: string): Violation {
  return {
    code: 'OWNER_UNKNOWN',
    field: 'owner',
    found: owner,
    allowed: [],
    message: `"${owner}" does not exist, or the broker cannot see it`,
  };
}

function nameViolations(name: string): Violation[] {
  return name.trim() === ''
    ? [
        {
          code: 'NAME_EMPTY',
          field: 'name',
          found: name,
          allowed: [],
          message: 'A token needs a name',
        },
      ]
    : [];
}

const CI_VARIABLE = 'ci-variable';

/** Where the environment's credential stands, and nothing else may be put. */
const CREDENTIAL_TARGETS = ['sops-file', 'sops-merge-request'];

function deliveryViolations(
  deliveries: Delivery[],
  context: RequestContext,
): Violation[] {
  return deliveries.flatMap((delivery, index) => {
    const { target } = delivery;
    const field = `deliver.${index}`;
    if (!context.isKnownTarget(target)) {
      return [unknownTarget(`${field}.target`, target)];
    }
    if (!context.isCredential && CREDENTIAL_TARGETS.includes(target)) {
      return [onlyForCredentials(`${field}.target`, target)];
    }
    const issues = deliveryIssues(delivery);
    return issues.length > 0
      ? issues.map(({ path, message }) =>
          invalidDelivery([field, ...path.map(String)].join('.'), message),
        )
      : variableViolations(delivery, field, context);
  });
}

/** The broker may write variables wherever it has the role; whoever asks may have them written where it is for. */
function variableViolations(
  delivery: Delivery,
  field: string,
  { environment: { name, owners } }: RequestContext,
): Violation[] {
  const { target, project, group } = delivery;
  const found = String(project ?? group);
  return target !== CI_VARIABLE || isWithin(found, owners)
    ? []
    : [
        {
          code: 'DELIVERY_INVALID',
          field: `${field}.${project === undefined ? 'group' : 'project'}`,
          found,
          allowed: owners,
          message: `The environment ${name} does not manage "${found}", so that no variable is written there`,
        },
      ];
}

function unknownTarget(field: string, found: string): Violation {
  return {
    code: 'DELIVERY_UNKNOWN',
    field,
    found,
    allowed: [],
    message: `There is no delivery target "${found}"`,
  };
}

function onlyForCredentials(field: string, found: string): Violation {
  return {
    code: 'DELIVERY_INVALID',
    field,
    found,
    allowed: [CI_VARIABLE, 'reveal'],
    message: `${found} would replace the credential of the environment by another token`,
  };
}

/** The keys of a delivery are wrong. */
export function invalidDelivery(field: string, reason: string): Violation {
  return {
    code: 'DELIVERY_INVALID',
    field,
    found: null,
    allowed: [],
    message: `The delivery is wrong at ${field}: ${reason}`,
  };
}
