import {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { Request } from 'express';

/** Milliseconds for which a person's yes is remembered. */
const REMEMBERED = 5_000;
const MOST_REMEMBERED = 1_000;

/**
 * Lets a request pass or not. What the permission framework allowed a person is remembered for five seconds, because
 * asking costs two requests between plugins, several times the work of the answer itself; a no is never remembered,
 * and neither is what was decided for a service, whose credentials carry restrictions of their own.
 */
export class Authorizer {
  readonly #httpAuth: HttpAuthService;
  readonly #permissions: PermissionsService;
  readonly #now: () => Date;
  /** Until when, in milliseconds of the epoch, by permission and person. */
  readonly #allowed = new Map<string, number>();

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
    const credentials = await this.#httpAuth.credentials(request);
    const key = keyOf(credentials, permission);
    const now = this.#now().getTime();
    if (key && now < (this.#allowed.get(key) ?? 0)) {
      return;
    }
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`Needs the permission ${permission.name}`);
    }
    if (key) {
      this.#remember(key, now + REMEMBERED);
    }
  }

  #remember(key: string, until: number) {
    if (this.#allowed.size >= MOST_REMEMBERED) {
      this.#allowed.clear();
    }
    this.#allowed.set(key, until);
  }
}

/** Undefined for who is no person, or acts through somebody else. */
function keyOf(
  { principal }: BackstageCredentials,
  permission: BasicPermission,
): string | undefined {
  const person = principal as {
    type?: unknown;
    userEntityRef?: unknown;
    actor?: unknown;
  };
  return person.type === 'user' &&
    typeof person.userEntityRef === 'string' &&
    !person.actor
    ? `${permission.name} ${person.userEntityRef}`
    : undefined;
}
