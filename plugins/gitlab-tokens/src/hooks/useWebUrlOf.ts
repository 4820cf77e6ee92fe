import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import { gitlabTokensApiRef } from '../api';

/** Where people find the GitLab instance of an environment; null where that is not known or not to be known. */
export function useWebUrlOf(environment: string): {
  webUrl: string | null;
  isLoading: boolean;
} {
  const api = useApi(gitlabTokensApiRef);
  const { value, loading } = useAsync(
    async () => api.getEnvironment(environment),
    [api, environment],
  );
  return { webUrl: value?.webUrl ?? null, isLoading: loading };
}
