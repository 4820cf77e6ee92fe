import { NotFoundError } from '@backstage/errors';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { describeEnvironment } from '../domain/describeEnvironment';
import { EnvironmentSettings } from '../domain/EnvironmentSettings';
import { InspectionStore } from '../ports/InspectionStore';
import { Inspector } from './Inspector';

/** The configured environments with what is known of them. */
export class EnvironmentCatalog {
  constructor(
    private readonly options: {
      environments: EnvironmentSettings[];
      inspections: InspectionStore;
      inspector: Inspector;
      now: () => Date;
    },
  ) {}

  /** All environments in configured order; `fresh` inspects them first. */
  async list({ fresh }: { fresh: boolean }): Promise<Environment[]> {
    const { environments, inspections, inspector, now } = this.options;
    const known = fresh
      ? await inspector.inspectAll()
      : await inspections.list();
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
    return describeEnvironment(environment, await inspections.list(), now());
  }
}
