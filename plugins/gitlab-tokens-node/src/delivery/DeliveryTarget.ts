import {
  Delivery,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '../Secret';

/**
 * What a delivery target is told about a delivery. It is the same each time a delivery is repeated.
 *
 * @public
 */
export interface DeliveryContext {
  /** A UUID, by which what was made for this operation can be found again. */
  operationId: string;
  /** Name of the environment. */
  environment: string;
  /** Entity reference of who asked, or the name of the job; undefined while that is not known, as in `check`. */
  requestedBy?: string;
  token: {
    kind: TokenKind;
    /** Full path of the group or project, or the user name. */
    owner: string | null;
    name: string;
    /** `YYYY-MM-DD`; null: never. */
    expiresAt: string | null;
  };
  /** GitLab's number of the token that is replaced; null where there was none. */
  replaces: number | null;
  /** The environment's portal runs on the token. */
  isCredential: boolean;
  /** Ends whatever is still under way. */
  signal: AbortSignal;
}

/**
 * What a target says of a delivery before anything happens.
 *
 * @public
 */
export interface DeliveryCheck {
  /** Where the value will go, for people of all languages: `example-org/payments: GITLAB_TOKEN`. */
  place: string;
  /** Why it could not go there; null where it can. */
  problem: { code: string; message: string; action: string } | null;
  /** What the target wants to be told again when it delivers: JSON without secrets, such as a digest. */
  evidence?: unknown;
}

/**
 * How a delivery stands.
 *
 * @public
 */
export interface DeliveryOutcome {
  /** `awaiting`: something outside has to happen first; `deliver` is called again until it has. */
  state: 'delivered' | 'awaiting';
  place: string;
  /** Where people can look at it; null where there is no such page. */
  url: string | null;
}

/**
 * A delivery that did not come about. `passing` tells that trying again later may help without anybody's doing.
 * Message and action hold no secret.
 *
 * @public
 */
export class DeliveryError extends Error {
  readonly name = 'DeliveryError';
  readonly code: string;
  readonly action: string;
  readonly passing: boolean;

  constructor(options: {
    code: string;
    message: string;
    action: string;
    passing?: boolean;
  }) {
    super(options.message);
    this.code = options.code;
    this.action = options.action;
    this.passing = options.passing ?? false;
  }
}

/**
 * Somewhere a new token's value can be put.
 *
 * Deliveries are repeated after crashes and failures: `deliver` with the same context and value must bring about the
 * same, and nothing twice. A target must not keep, log or report the value, nor put it into an error.
 *
 * @public
 */
export interface DeliveryTarget {
  /** What `target` of a delivery says: lower-case words with dashes. */
  readonly name: string;

  /**
   * Looks whether the value could be delivered, before there is one. It changes nothing.
   *
   * @throws InputError when the delivery's own keys are wrong; it names the key
   */
  check(delivery: Delivery, context: DeliveryContext): Promise<DeliveryCheck>;

  /**
   * Puts the value there, or sees that it is there already.
   *
   * @param evidence - what `check` gave
   * @throws DeliveryError and nothing else
   */
  deliver(
    delivery: Delivery,
    value: Secret,
    context: DeliveryContext & { evidence: unknown },
  ): Promise<DeliveryOutcome>;

  /**
   * What is there now; undefined where the place does not show values, or holds none.
   *
   * @throws DeliveryError and nothing else
   */
  readBack?(
    delivery: Delivery,
    context: DeliveryContext,
  ): Promise<Secret | undefined>;

  /**
   * Takes back what awaits something, such as an open merge request. What was delivered stays.
   *
   * @throws DeliveryError and nothing else
   */
  withdraw?(delivery: Delivery, context: DeliveryContext): Promise<void>;
}
