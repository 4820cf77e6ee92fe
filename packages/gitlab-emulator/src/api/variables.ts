import { emptyAnswer, jsonAnswer } from '../http/answer';
import { presentVariable } from '../presenters/variables';
import { MAINTAINER, OWNER } from '../state/access';
import { Resource, Variable } from '../state/entities';
import { resourceKey } from '../state/resourceKey';
import { insertVariable, updateVariable } from '../state/variables';
import { Caller } from './authentication';
import { Arrival, Endpoint, Surroundings, endpoint } from './endpoint';
import { forbidden, notFound, refusal } from './errors';
import { pageAnswer, pageParameters } from './pagination';
import { flag, oneOf, record, text } from './parameterKinds';
import { required } from './parameters';
import { refuseIfModified } from './preconditions';
import { callerLevel, findResource } from './resources';
import { asFields, writing } from './writing';

type Asking = Surroundings & { caller: Caller };

const settings = {
  variable_type: oneOf('env_var', 'file'),
  protected: flag,
  masked: flag,
  raw: flag,
  environment_scope: text,
  description: text,
};

const oneParameters = {
  id: required(text),
  key: required(text),
  filter: record,
};

/** The CI/CD variables of groups and projects. */
export const variableEndpoints: readonly Endpoint[] = (
  ['group', 'project'] as const
).flatMap(type => [
  listEndpoint(type),
  createEndpoint(type),
  showEndpoint(type),
  updateEndpoint(type),
  deleteEndpoint(type),
]);

function listEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'GET',
    path: `/${type}s/:id/variables`,
    parameters: { id: required(text), ...pageParameters },
    before: refuseUnlessManager(type),
    handle(call) {
      const resource = findResource(call, type, call.parameters.id);
      const variables = call.state.variables
        .allBy('resource', resourceKey(resource))
        .sort((one, other) => one.id - other.id);
      return pageAnswer(call, variables, presentVariable);
    },
  });
}

function createEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'POST',
    path: `/${type}s/:id/variables`,
    parameters: {
      id: required(text),
      key: required(text),
      value: required(text),
      masked_and_hidden: flag,
      ...settings,
    },
    before: refuseUnlessManager(type),
    handle(call) {
      const { parameters: asked } = call;
      const resource = findResource(call, type, asked.id);
      const isHidden = asked.masked_and_hidden ?? false;
      const variable = writing(asFields, () =>
        insertVariable(call, {
          resource,
          key: asked.key,
          value: asked.value,
          variableType: asked.variable_type ?? 'env_var',
          protected: asked.protected ?? false,
          masked: isHidden || (asked.masked ?? false),
          hidden: isHidden,
          raw: asked.raw ?? false,
          environmentScope:
            scopeFor(call, type, asked.environment_scope) ?? '*',
          description: asked.description ?? null,
        }),
      );
      return jsonAnswer(201, presentVariable(variable));
    },
  });
}

function showEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'GET',
    path: `/${type}s/:id/variables/:key`,
    parameters: oneParameters,
    before: refuseUnlessManager(type),
    handle: call => jsonAnswer(200, presentVariable(findVariable(call, type))),
  });
}

function updateEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'PUT',
    path: `/${type}s/:id/variables/:key`,
    parameters: { ...oneParameters, value: text, ...settings },
    before: refuseUnlessManager(type),
    handle(call) {
      const { parameters: asked } = call;
      const variable = findVariable(call, type);
      const changed = writing(asFields, () =>
        updateVariable(call, variable, {
          value: asked.value ?? variable.value,
          variableType: asked.variable_type ?? variable.variableType,
          protected: asked.protected ?? variable.protected,
          masked: asked.masked ?? variable.masked,
          raw: asked.raw ?? variable.raw,
          environmentScope:
            scopeFor(call, type, asked.environment_scope) ??
            variable.environmentScope,
          description: asked.description ?? variable.description,
        }),
      );
      return jsonAnswer(200, presentVariable(changed));
    },
  });
}

function deleteEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'DELETE',
    path: `/${type}s/:id/variables/:key`,
    parameters: oneParameters,
    before: refuseUnlessManager(type),
    handle(call) {
      const variable = findVariable(call, type);
      if (type === 'group') {
        refuseIfModified(call.request, variable.updatedAt);
      }
      call.state.variables.delete(variable);
      return emptyAnswer(204);
    },
  });
}

/** Groups have environment scopes only in the Enterprise Edition. */
function scopeFor(
  { state }: Asking,
  type: Resource['type'],
  asked: string | undefined,
): string | undefined {
  return type === 'project' || state.settings.enterprise
    ? asked || undefined
    : undefined;
}

function refuseUnlessManager(type: Resource['type']) {
  const needed = type === 'group' ? OWNER : MAINTAINER;
  return (arrival: Arrival): void => {
    const resource = findResource(arrival, type, arrival.segments.id);
    if (callerLevel(arrival, resource) < needed) {
      throw forbidden();
    }
  };
}

/** @throws ApiError (404) if there is none with that key, (409) if there are several and no scope was named */
function findVariable(
  call: Asking & {
    parameters: {
      id: string;
      key: string;
      filter?: Readonly<Record<string, unknown>>;
    };
  },
  type: Resource['type'],
): Variable {
  const { id, key, filter } = call.parameters;
  const scope = filter?.environment_scope;
  const found = call.state.variables
    .allBy('resource', resourceKey(findResource(call, type, id)))
    .filter(
      variable =>
        variable.key === key && (!scope || variable.environmentScope === scope),
    );
  if (found.length === 0) {
    throw notFound(type === 'group' ? 'GroupVariable' : 'Variable');
  }
  if (found.length > 1) {
    throw refusal(
      409,
      "There are multiple variables with provided parameters. Please use 'filter[environment_scope]'",
    );
  }
  return found[0];
}
