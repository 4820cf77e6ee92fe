import { useApi } from '@backstage/core-plugin-api';
import {
  Environment,
  Policy,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import useAsync from 'react-use/esm/useAsync';
import { gitlabTokensApiRef } from '../api';

/** What is assumed while the policy is not known; the backend refuses what it forbids. */
const NO_POLICY: Policy = { warnDays: 30, criticalDays: 7 };

/**
 * The policy of an environment.
 *
 * @param environment - the environment, or its name where nothing else is known of it
 */
export function usePolicyOf(environment: Environment | string): Policy {
  const api = useApi(gitlabTokensApiRef);
  const name = typeof environment === 'string' ? environment : null;
  const { value } = useAsync(
    async () => (name === null ? undefined : api.getEnvironment(name)),
    [api, name],
  );
  const known = typeof environment === 'string' ? value : environment;
  return known?.policy ?? NO_POLICY;
}
