import { Failure } from '../model/failure';
import { Translate } from './Words';

/** Why the page has nothing to show, in words: what happened, what it means, what to do. */
export type FailureWords = { title: string; what: string; action: string };

export function failureWords(
  { kind, message }: Failure,
  t: Translate,
): FailureWords {
  return {
    title: t(`failure.${kind}.title`),
    what: t(`failure.${kind}.what`, { message }),
    action: t(`failure.${kind}.action`),
  };
}
