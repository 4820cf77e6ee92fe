import { useApi } from '@backstage/core-plugin-api';
import { TokenQuery } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { gitlabTokensApiRef } from '../api';
import { Failure, failureOf } from '../model/failure';

const FILE_NAME = 'gitlab-tokens.csv';

function save(file: Blob) {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = FILE_NAME;
  link.click();
  URL.revokeObjectURL(url);
}

/** Saves every token that a query asks for, on whichever page, as a CSV file. */
export function useTokensExport(query: TokenQuery): {
  isExporting: boolean;
  failure: Failure | null;
  exportTokens: () => void;
} {
  const api = useApi(gitlabTokensApiRef);
  const [{ loading, error }, exportTokens] = useAsyncFn(
    async () => save(await api.exportTokens(query)),
    [api, query],
  );
  return {
    isExporting: loading,
    failure: error ? failureOf(error) : null,
    exportTokens,
  };
}
