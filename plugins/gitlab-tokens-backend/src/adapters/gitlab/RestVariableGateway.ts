import { GroupVariables, ProjectVariables } from '@gitbeaker/rest';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { z } from 'zod';
import {
  StoredVariable,
  VariableGateway,
  VariableOptions,
  VariablePlace,
} from '../../ports/VariableGateway';
import { parseAnswer } from './answers';
import { unlessMissing } from './MissingError';
import { ResourceOptions } from './resourceOptions';

/** Fields that came later may be absent. */
const variableAnswer = z
  .object({
    value: z.string().nullable(),
    masked: z.boolean(),
    protected: z.boolean(),
    raw: z.boolean().default(false),
    hidden: z.boolean().default(false),
  })
  .transform(
    ({ value, ...options }): StoredVariable => ({
      ...options,
      value: value === null ? null : Secret.of(value),
    }),
  );

/** GitLab's CI/CD variables over its REST API. */
export class RestVariableGateway implements VariableGateway {
  readonly #resources: ResourceOptions;

  constructor(resources: ResourceOptions) {
    this.#resources = resources;
  }

  async show(place: VariablePlace): Promise<StoredVariable | undefined> {
    const variables = this.#variables(place);
    const answer = await unlessMissing(
      ['variable'],
      variables.show(place.path, place.key, { filter: filterOf(place) }),
    );
    return answer && parseAnswer(variableAnswer, answer);
  }

  async create(
    place: VariablePlace,
    value: Secret,
    { hidden = false, ...options }: VariableOptions & { hidden?: boolean },
  ): Promise<void> {
    const { path, key, environmentScope } = place;
    await this.#variables(place).create(path, key, value.reveal(), {
      ...settingsOf(options),
      environmentScope,
      // A GitLab that cannot hide at least masks.
      ...(hidden && { masked: true, masked_and_hidden: true }),
    });
  }

  async update(
    place: VariablePlace,
    value: Secret,
    options: VariableOptions,
  ): Promise<void> {
    const { path, key } = place;
    await this.#variables(place).edit(path, key, value.reveal(), {
      ...settingsOf(options),
      filter: filterOf(place),
    });
  }

  #variables({ type }: VariablePlace): ProjectVariables | GroupVariables {
    return type === 'project'
      ? new ProjectVariables(this.#resources)
      : new GroupVariables(this.#resources);
  }
}

/** Without it GitLab would take any scope, and refuse where there are several. */
function filterOf({ environmentScope }: VariablePlace) {
  return { environment_scope: environmentScope };
}

/** The type of the options lets a caller's object hold more than these. */
function settingsOf(options: VariableOptions) {
  const { masked, protected: isProtected, raw } = options;
  return { masked, protected: isProtected, raw };
}
