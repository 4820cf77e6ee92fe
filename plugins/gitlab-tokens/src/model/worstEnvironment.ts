import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Tone, toneOfState } from '../words/states';
import { toneOf } from './attention';

const GRAVITY: Tone[] = ['good', 'neutral', 'warning', 'error'];

const gravity = (environment: Environment) =>
  GRAVITY.indexOf(toneOf(environment));

const stateGravity = ({ state }: Environment) =>
  GRAVITY.indexOf(toneOfState(state));

/**
 * The environment that is in the worst state: by state and findings, then by state alone, then the one whose token
 * stops working first. Undefined where there are none.
 */
export function worstEnvironment(
  environments: readonly Environment[],
): Environment | undefined {
  return [...environments].sort(
    (a, b) =>
      gravity(b) - gravity(a) ||
      stateGravity(b) - stateGravity(a) ||
      (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) ||
      0,
  )[0];
}
