import { LoggerService } from '@backstage/backend-plugin-api';
import { Owner } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { EnvironmentSettings } from '../domain/EnvironmentSettings';
import { Operation } from '../domain/Operation';
import { Inspector } from './Inspector';
import { InventoryRefresher } from './inventory/InventoryRefresher';
import { BrokerInspector } from './planning/BrokerInspector';

/** What operations have changed in an environment since it was last looked at. */
interface Change {
  /** Whose tokens. */
  owners: Map<string, Owner>;
  /** It is not known whose. */
  ofAnybody: boolean;
}

/**
 * Looks at what operations have changed, so that it is seen before the next schedule. What many of them change while a
 * look is under way is looked at together afterwards, so that revoking hundreds of tokens does not use up GitLab's limit
 * with looking.
 */
export class LookAgain {
  readonly #changes = new Map<string, Change>();
  readonly #looks = new Map<string, Promise<void>>();

  constructor(
    private readonly options: {
      environments: EnvironmentSettings[];
      inspector: Pick<Inspector, 'inspectAnew'>;
      brokers: Pick<BrokerInspector, 'refresh'>;
      refresher: Pick<
        InventoryRefresher,
        'refreshOwners' | 'refreshEnvironment'
      >;
      logger: LoggerService;
    },
  ) {}

  /** Resolves when what this operation has changed was looked at, or could not be, which the log says. */
  async after(operation: Operation): Promise<void> {
    const { environment: name } = operation;
    const environment = this.options.environments.find(it => it.name === name);
    if (!environment) {
      return;
    }
    this.#note(operation);
    const look = this.#looks.get(name) ?? this.#look(environment);
    this.#looks.set(name, look);
    await look;
  }

  #note({ environment, plan, tokenKind }: Operation): void {
    const change = this.#changes.get(environment) ?? {
      owners: new Map<string, Owner>(),
      ofAnybody: false,
    };
    const owner = plan.newToken?.owner ?? plan.oldToken?.owner;
    // The tokens of a service account are listed with those of its group, which nobody has written down.
    if (owner && tokenKind !== 'service-account') {
      change.owners.set(`${owner.type} ${owner.id}`, owner);
    } else {
      change.ofAnybody = true;
    }
    this.#changes.set(environment, change);
  }

  async #look(environment: EnvironmentSettings): Promise<void> {
    const { inspector, brokers, logger } = this.options;
    const { name } = environment;
    for (
      let change = this.#changes.get(name);
      change;
      change = this.#changes.get(name)
    ) {
      this.#changes.delete(name);
      const outcomes = await Promise.allSettled([
        inspector.inspectAnew(environment),
        brokers.refresh(environment),
        this.#refresh(environment, change),
      ]);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') {
          logger.warn(
            `What operations have changed in ${name} is not shown before it is looked at by schedule: ${outcome.reason}`,
          );
        }
      }
    }
    this.#looks.delete(name);
  }

  async #refresh(
    environment: EnvironmentSettings,
    { owners, ofAnybody }: Change,
  ): Promise<void> {
    const { refresher } = this.options;
    await (ofAnybody
      ? refresher.refreshEnvironment(environment)
      : refresher.refreshOwners(environment, [...owners.values()]));
  }
}
