import {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  Permission,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { Request } from 'express';

/** Milliseconds for which it is remembered what a person may read. */
const REMEMBERED = 5_000;
const MOST_REMEMBERED = 1_000;

type Decision = Exclude<PolicyDecision, { result: 'DENY' }>;

/**
 * Lets a request pass or not. What the permission framework lets a person read is remembered for five seconds, because
 * asking costs two requests between plugins, several times the work of the answer itself; a no is never remembered, nor
 * what concerns changes, and neither is what was decided for a service, whose credentials carry restrictions of their
 * own.
 */
export class Authorizer {
  readonly #httpAuth: HttpAuthService;
  readonly #permissions: PermissionsService;
  readonly #now: () => Date;
  /** By permission and person; `until` in milliseconds of the epoch. */
  readonly #remembered = new Map<
    string,
    { decision: Decision; until: number }
  >();

  constructor(options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    now: () => Date;
  }) {
    this.#httpAuth = options.httpAuth;
    this.#permissions = options.permissions;
    this.#now = options.now;
  }

  /**
   * @throws AuthenticationError without credentials
   * @throws NotAllowedError without the permission
   */
  async require(request: Request, permission: BasicPermission): Promise<void> {
    await this.#decide(request, permission, async credentials => {
      const permissions = this.#permissions;
      const asked = [{ permission }];
      return (await permissions.authorize(asked, { credentials }))[0];
    });
  }

  /**
   * What was decided of a permission that depends on what it is for: yes, or yes under conditions.
   *
   * @throws AuthenticationError without credentials
   * @throws NotAllowedError where it is no in any case
   */
  async decide(
    request: Request,
    permission: ResourcePermission,
  ): Promise<PolicyDecision> {
    return this.#decide(request, permission, async credentials => {
      const permissions = this.#permissions;
      const asked = [{ permission }];
      return (
        await permissions.authorizeConditional(asked, { credentials })
      )[0];
    });
  }

  /** Who asks. */
  async credentials(request: Request): Promise<BackstageCredentials> {
    return this.#httpAuth.credentials(request, { allow: ['user', 'service'] });
  }

  /** The entity reference of the person who asks, or the subject of the service. */
  async actor(request: Request): Promise<string> {
    const { principal } = await this.#httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    return principal.type === 'user'
      ? principal.userEntityRef
      : principal.subject;
  }

  async #decide(
    request: Request,
    permission: Permission,
    ask: (credentials: BackstageCredentials) => Promise<PolicyDecision>,
  ): Promise<Decision> {
    const credentials = await this.credentials(request);
    const key = keyOf(credentials, permission);
    const now = this.#now().getTime();
    const known = key === undefined ? undefined : this.#remembered.get(key);
    if (known && now < known.until) {
      return known.decision;
    }
    const decision = await ask(credentials);
    if (decision.result === AuthorizeResult.DENY) {
      throw notAllowed(permission);
    }
    if (key) {
      this.#remember(key, { decision, until: now + REMEMBERED });
    }
    return decision;
  }

  #remember(key: string, decided: { decision: Decision; until: number }) {
    if (this.#remembered.size >= MOST_REMEMBERED) {
      this.#remembered.clear();
    }
    this.#remembered.set(key, decided);
  }
}

/** Whoever asks lacks the permission, for anything or for what they asked for. */
export function notAllowed(permission: Permission): NotAllowedError {
  return new NotAllowedError(`Needs the permission ${permission.name}`);
}

/** Undefined for who is no person, or acts through somebody else, and for what changes something. */
function keyOf(
  { principal }: BackstageCredentials,
  permission: Permission,
): string | undefined {
  const person = principal as {
    type?: unknown;
    userEntityRef?: unknown;
    actor?: unknown;
  };
  return permission.attributes.action === 'read' &&
    person.type === 'user' &&
    typeof person.userEntityRef === 'string' &&
    !person.actor
    ? `${permission.name} ${person.userEntityRef}`
    : undefined;
}
