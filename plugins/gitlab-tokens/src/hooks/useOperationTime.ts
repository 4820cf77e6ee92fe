import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useEffect, useState } from 'react';
import { isCountedDown } from '../model/operation';
import { useNow } from './useNow';

/** The present, renewed each second while the last minutes of an operation's grace period run out. */
export function useOperationTime(operation: Operation | null): Date {
  const [isCounted, setCounted] = useState(false);
  const now = useNow(isCounted ? 1_000 : undefined);
  const isToBeCounted = operation !== null && isCountedDown(operation, now);
  useEffect(() => setCounted(isToBeCounted), [isToBeCounted]);
  return now;
}
