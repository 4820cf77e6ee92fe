import { Answer } from '../http/answer';
import { State } from '../state/State';
import { AcceptedScopes, Caller } from './authentication';
import { forbidden, unauthorized } from './errors';
import { Parameters, ParameterValues, readParameters } from './parameters';
import { ApiRequest } from './request';

/** What every endpoint may look at. */
export interface Surroundings {
  readonly state: State;
  readonly now: Date;
  /** Where this GitLab is, without a slash at the end. */
  readonly baseUrl: string;
  readonly request: ApiRequest;
}

/** One request, once its parameters are read. */
export interface Call<Declared extends Parameters, Who> extends Surroundings {
  readonly parameters: ParameterValues<Declared>;
  readonly caller: Who;
}

/** One method and path of the API; `:name` stands for one segment. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly accepts: AcceptedScopes;
  readonly parameters: Parameters;
  run(
    surroundings: Surroundings,
    segments: Readonly<Record<string, string>>,
    authenticate: () => Caller | null,
  ): Answer;
}

/** One request whose parameters were not looked at yet, but for those in its path. */
export interface Arrival extends Surroundings {
  readonly segments: Readonly<Record<string, string>>;
  readonly caller: Caller;
}

interface Definition<Declared extends Parameters, Who> {
  readonly method: Endpoint['method'];
  readonly path: string;
  readonly accepts?: AcceptedScopes;
  readonly parameters: Declared;
  handle(call: Call<Declared, Who>): Answer;
}

/**
 * An endpoint for whoever has a token: that is asked before the parameters are looked at. `before` may refuse more
 * callers at that moment.
 */
export function endpoint<Declared extends Parameters>(
  definition: Definition<Declared, Caller> & {
    readonly before?: (arrival: Arrival) => void;
  },
): Endpoint {
  return {
    ...definition,
    accepts: definition.accepts ?? [],
    run(surroundings, segments, authenticate) {
      const caller = authenticate();
      if (!caller) {
        throw unauthorized();
      }
      definition.before?.({ ...surroundings, segments, caller });
      const parameters = read(definition, surroundings, segments);
      return definition.handle({ ...surroundings, parameters, caller });
    },
  };
}

/** An endpoint for administrators. */
export function administratorEndpoint<Declared extends Parameters>(
  definition: Definition<Declared, Caller>,
): Endpoint {
  return endpoint({
    ...definition,
    before({ caller }) {
      if (!caller.user.admin) {
        throw forbidden();
      }
    },
  });
}

/** An endpoint that also answers people without a token: its parameters are looked at first. */
export function openEndpoint<Declared extends Parameters>(
  definition: Definition<Declared, Caller | null>,
): Endpoint {
  return {
    ...definition,
    accepts: definition.accepts ?? [],
    run(surroundings, segments, authenticate) {
      const parameters = read(definition, surroundings, segments);
      const caller = authenticate();
      return definition.handle({ ...surroundings, parameters, caller });
    },
  };
}

function read<Declared extends Parameters>(
  definition: { parameters: Declared },
  { request }: Surroundings,
  segments: Readonly<Record<string, string>>,
): ParameterValues<Declared> {
  return readParameters(definition.parameters, {
    ...request.parameters,
    ...segments,
  });
}
