import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { daysUntilExpiry } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { EnvironmentSettings } from '../domain/EnvironmentSettings';
import { InspectionStore } from '../ports/InspectionStore';
import { Ledger } from '../ports/Ledger';
import { TokenBroker } from './TokenBroker';

/** Who asked, where no person did. */
export const AUTOMATIC_ROTATION = 'gitlab-tokens: automatic rotation';

/**
 * Rotates the credentials of environments that are configured so and whose day has come: one at a time per
 * environment, and nothing that a person is working on.
 */
export class AutomaticRotation {
  constructor(
    private readonly options: {
      environments: EnvironmentSettings[];
      inspections: InspectionStore;
      ledger: Ledger;
      broker: TokenBroker;
      logger: LoggerService;
      now: () => Date;
    },
  ) {}

  async run(): Promise<void> {
    for (const environment of this.options.environments) {
      if (await this.#isDue(environment)) {
        await this.#rotate(environment.name);
      }
    }
  }

  async #isDue({ name, rotation }: EnvironmentSettings): Promise<boolean> {
    const { inspections, ledger, now } = this.options;
    if (rotation.rotateBeforeDays === null) {
      return false;
    }
    const expiresAt = (await inspections.get(name))?.observed?.expiresAt;
    if (
      !expiresAt ||
      daysUntilExpiry(expiresAt, now()) > rotation.rotateBeforeDays
    ) {
      return false;
    }
    // One that is parked counts, too: it wants to be resumed, not to be joined by another.
    const open = await ledger.openIn(name);
    return !open.some(it => it.plan.isCredential);
  }

  async #rotate(name: string): Promise<void> {
    const { broker, logger } = this.options;
    try {
      const { id } = await broker.rotateCredential(
        name,
        {},
        AUTOMATIC_ROTATION,
      );
      logger.info(
        `The credential of ${name} is being rotated: operation ${id}`,
      );
    } catch (error) {
      logger.warn(
        `The credential of ${name} should be rotated, but cannot be: ${
          isError(error) ? error.message : 'unknown reason'
        }`,
        { environment: name },
      );
    }
  }
}
