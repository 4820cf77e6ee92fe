import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';
import { columnsOf, TokenColumn } from '../model/tokenColumns';

const KEY = 'tokenColumns';

/** The columns that the viewer has chosen, kept by the portal; their names only. */
export function useTokensColumns(): [
  columns: readonly TokenColumn[],
  choose: (columns: readonly TokenColumn[]) => void,
] {
  const storageApi = useApi(storageApiRef);
  const [bucket, changes] = useMemo(() => {
    const it = storageApi.forBucket('gitlab-tokens');
    return [it, it.observe$<TokenColumn[]>(KEY)];
  }, [storageApi]);
  const { value } = useObservable(changes, bucket.snapshot<TokenColumn[]>(KEY));
  const columns = useMemo(() => columnsOf(value), [value]);
  return [columns, chosen => bucket.set(KEY, [...chosen])];
}
