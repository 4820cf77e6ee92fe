import { NotFoundError } from '@backstage/errors';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { describeEnvironment, KnownOfAll } from '../domain/describeEnvironment';
import { EnvironmentSettings } from '../domain/EnvironmentSettings';
import { Inspection } from '../domain/Inspection';
import { BrokerFactsStore } from '../ports/BrokerFactsStore';
import { InspectionStore } from '../ports/InspectionStore';
import { Inspector } from './Inspector';

/** The configured environments with what is known of them. */
export class EnvironmentCatalog {
  constructor(
    private readonly options: {
      environments: EnvironmentSettings[];
      inspections: InspectionStore;
      inspector: Inspector;
      /** Without it, nothing is said of what brokers may do. */
      brokers?: BrokerFactsStore;
      now: () => Date;
    },
  ) {}

  /** All environments in configured order; `fresh` inspects them first. */
  async list({ fresh }: { fresh: boolean }): Promise<Environment[]> {
    const { environments, inspections, inspector, now } = this.options;
    const known = await this.#known(
      fresh ? inspector.inspectAll() : inspections.list(),
    );
    return environments.map(each => describeEnvironment(each, known, now()));
  }

  /** @throws NotFoundError when no environment of this name is configured */
  async get(name: string, { fresh }: { fresh: boolean }): Promise<Environment> {
    const { environments, inspections, inspector, now } = this.options;
    const environment = environments.find(each => each.name === name);
    if (!environment) {
      throw new NotFoundError(
        `There is no environment "${name}"; configured are ${
          environments.map(each => each.name).join(', ') || 'none'
        }`,
      );
    }
    if (fresh) {
      await inspector.inspect(environment);
    }
    const known = await this.#known(inspections.list());
    return describeEnvironment(environment, known, now());
  }

  async #known(inspecting: Promise<Inspection[]>): Promise<KnownOfAll> {
    const [inspections, brokers] = await Promise.all([
      inspecting,
      this.options.brokers?.list(),
    ]);
    return { inspections, brokers };
  }
}
