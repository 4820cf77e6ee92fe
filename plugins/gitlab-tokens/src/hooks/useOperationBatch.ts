import { useApi } from '@backstage/core-plugin-api';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useEffect, useRef, useState } from 'react';
import { gitlabTokensApiRef } from '../api';
import { isEnded } from '../model/operation';

/** Milliseconds between two rounds, and how many operations one of them looks at. */
const PAUSE = 1_500;
const AT_ONCE = 8;

/**
 * Follows many operations, a few at a time, until all have ended or stand still. One that cannot be looked at stays as
 * it was and is looked at again.
 */
export function useOperationBatch(
  begun: readonly Operation[],
): ReadonlyMap<string, Operation> {
  const api = useApi(gitlabTokensApiRef);
  const [known, setKnown] = useState<ReadonlyMap<string, Operation>>(
    () => new Map(begun.map(it => [it.id, it])),
  );
  const latest = useRef(known);
  latest.current = known;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let turn = 0;
    async function round() {
      const open = [...latest.current.values()].filter(
        it => !isEnded(it) && !it.parked,
      );
      if (open.length === 0) {
        return;
      }
      const first = turn % open.length;
      turn += AT_ONCE;
      const looked = await Promise.all(
        [...open.slice(first), ...open.slice(0, first)]
          .slice(0, AT_ONCE)
          .map(it => api.getOperation(it.id).catch(() => it)),
      );
      if (!isOver) {
        setKnown(
          before =>
            new Map([...before, ...looked.map(it => [it.id, it] as const)]),
        );
        timer = setTimeout(round, PAUSE);
      }
    }
    timer = setTimeout(round, PAUSE / 3);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [api]);

  return known;
}
