import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_GITLAB_TOKEN } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Request } from 'express';
import { Authorizer, notAllowed } from './Authorizer';
import { TokenFacts, TokenRestriction } from './TokenListing';
import { tokenResourceRef } from './tokenPermissionRules';

type TokenPermission = ResourcePermission<typeof RESOURCE_TYPE_GITLAB_TOKEN>;

/** What somebody may do with tokens: everything, or what the conditions let them. */
export interface TokenDecision {
  /** The conditions for lists; undefined: none. */
  restriction: TokenRestriction | undefined;
  /** Whether it may be done with this token; of one of which nothing is known, only where there are no conditions. */
  allows(token: TokenFacts | undefined): boolean;
  /** @throws NotAllowedError where `allows` says no; what is known is asked for only where there are conditions */
  require(token: () => Promise<TokenFacts | undefined>): Promise<void>;
}

/** Decides on tokens, by the rules that are registered for them. */
export class TokenAuthorizer {
  readonly #authorizer: Authorizer;
  readonly #isAllowed: (
    decision: PolicyDecision,
    token: TokenFacts | undefined,
  ) => boolean;
  readonly #restrictionOf: ReturnType<typeof restrictionsBy>;

  constructor(options: {
    authorizer: Authorizer;
    permissionsRegistry: PermissionsRegistryService;
  }) {
    const { permissionsRegistry } = options;
    this.#authorizer = options.authorizer;
    this.#isAllowed = createConditionAuthorizer<TokenFacts>(
      permissionsRegistry.getPermissionRuleset(tokenResourceRef),
    );
    this.#restrictionOf = restrictionsBy(permissionsRegistry);
  }

  /** @throws NotAllowedError where it is no for all tokens */
  async ask(
    request: Request,
    permission: TokenPermission,
  ): Promise<TokenDecision> {
    const decision = await this.#authorizer.decide(request, permission);
    const allows = (token: TokenFacts | undefined) =>
      this.#isAllowed(decision, token);
    return {
      restriction:
        decision.result === AuthorizeResult.CONDITIONAL
          ? this.#restrictionOf(decision.conditions)
          : undefined,
      allows,
      async require(token) {
        const isConditional = decision.result === AuthorizeResult.CONDITIONAL;
        if (isConditional && !allows(await token())) {
          throw notAllowed(permission);
        }
      },
    };
  }

  /** Whether somebody may do it with any token at all. */
  async mayAny(
    request: Request,
    permission: TokenPermission,
  ): Promise<boolean> {
    try {
      await this.#authorizer.decide(request, permission);
      return true;
    } catch (error) {
      if (error instanceof NotAllowedError) {
        return false;
      }
      throw error;
    }
  }
}

function restrictionsBy(registry: PermissionsRegistryService) {
  return createConditionTransformer(
    registry.getPermissionRuleset(tokenResourceRef),
  );
}
