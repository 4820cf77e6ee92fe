import { isDeployKind } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { EnvironmentSettings } from './EnvironmentSettings';
import { Inspection } from './Inspection';
import { parseTokenRef } from './TokenRef';

/** By which operations on one token are found: GitLab's number of it, and the environments on its host. */
export interface TokenTrace {
  /** Several may keep tokens on the same GitLab, and any of them may have issued, rotated or revoked this one. */
  environments: string[];
  /** Access tokens and deploy tokens are numbered apart from each other. */
  isDeployToken: boolean;
  tokenId: number;
}

/**
 * How operations on a token are found; undefined for what is no reference of a token. Where the host of the token's
 * environment is not known, that environment alone counts.
 */
export function traceOfToken(
  tokenRef: string,
  known: {
    environments: Pick<EnvironmentSettings, 'name' | 'host'>[];
    inspections: Pick<Inspection, 'environment' | 'file'>[];
  },
): TokenTrace | undefined {
  const parsed = parseTokenRef(tokenRef);
  if (!parsed) {
    return undefined;
  }
  const { environment, ref } = parsed;
  const hosts = new Map(
    known.environments.map(({ name, host }) => {
      const inspected = known.inspections.find(it => it.environment === name);
      return [name, inspected?.file?.host ?? host];
    }),
  );
  const host = hosts.get(environment);
  const beside = [...hosts.keys()].filter(
    name => host !== undefined && hosts.get(name) === host,
  );
  return {
    environments: [...new Set([environment, ...beside])],
    isDeployToken: isDeployKind(ref.kind),
    tokenId: ref.id,
  };
}
