import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { GitlabInstance } from './GitlabGateway';

/** Where a CI/CD variable is. */
export interface VariablePlace {
  type: 'project' | 'group';
  /** Full path, or the numeric id as text. */
  path: string;
  key: string;
  /** `*` is all environments. Groups have other scopes only in the Enterprise Edition. */
  environmentScope: string;
}

/** How a variable is treated. */
export interface VariableOptions {
  masked: boolean;
  protected: boolean;
  /** Whether `$` in the value stays as it is. */
  raw: boolean;
}

/** A variable as GitLab shows it. */
export interface StoredVariable extends VariableOptions {
  /** null: the variable is hidden, and GitLab shows its value to nobody. */
  value: Secret | null;
  hidden: boolean;
}

/**
 * CI/CD variables as seen with one credential, which needs Maintainer of the project or Owner of the group. Every method
 * throws a `GatewayError` and nothing else. Writing is sent once: `GATEWAY_AMBIGUOUS` where it is not known whether it
 * was done.
 */
export interface VariableGateway {
  /**
   * The variable of exactly that scope; undefined: there is none. A project or group that does not exist is an error,
   * `GATEWAY_NOT_FOUND`.
   */
  show(place: VariablePlace): Promise<StoredVariable | undefined>;
  /**
   * Makes it. `GATEWAY_CONFLICT`: it is there already. A hidden variable is masked as well, and stays both for ever;
   * GitLab before 17.4 makes a masked one instead.
   */
  create(
    place: VariablePlace,
    value: Secret,
    options: VariableOptions & { hidden?: boolean },
  ): Promise<void>;
  /** Changes value and options. A hidden variable has to stay masked. */
  update(
    place: VariablePlace,
    value: Secret,
    options: VariableOptions,
  ): Promise<void>;
}

/** Makes gateways. `signal` ends every request that is still under way. */
export type ConnectVariables = (
  instance: GitlabInstance,
  credential: Secret,
  signal: AbortSignal,
) => VariableGateway;

const MASKABLE = /^[a-zA-Z0-9_+=/@:.~-]{8,}$/;
const MASKABLE_RAW = /^[^ \t\r\n\f\v]{8,}$/u;

/** Whether GitLab takes a value for a masked variable. */
export function isMaskable(value: string, raw: boolean): boolean {
  return (raw ? MASKABLE_RAW : MASKABLE).test(value);
}
