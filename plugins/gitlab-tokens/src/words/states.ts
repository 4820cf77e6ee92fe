import {
  CredentialState,
  Environment,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { neverHappens, Words } from './Words';

/** How much a state or a finding asks for somebody's attention. */
export type Tone = 'good' | 'neutral' | 'warning' | 'error';

/** The tone of a state. A locked file is no fault: a laptop has no key for qa. */
export function toneOfState(state: CredentialState): Tone {
  switch (state) {
    case 'active':
      return 'good';
    case 'locked':
    case 'unknown':
      return 'neutral';
    case 'expiring':
    case 'unreachable':
      return 'warning';
    case 'critical':
    case 'expired':
    case 'revoked':
    case 'rejected':
    case 'missing':
    case 'invalid':
      return 'error';
    default:
      return neverHappens(state);
  }
}

/** A state in words: its name, what it means, what to do, and a clause for a sentence about several environments. */
export type StateWords = {
  label: string;
  meaning: string;
  action: string;
  short: string;
};

export function stateWords(
  environment: Pick<Environment, 'state' | 'title' | 'file' | 'daysLeft'>,
  { t, formats }: Words,
): StateWords {
  const { state, title, file, daysLeft } = environment;
  const params = {
    file,
    environment: title,
    expiry: daysLeft === null ? '' : formats.inDays(daysLeft),
  };
  return {
    label: t(`state.${state}.label`),
    meaning: t(`state.${state}.meaning`, params),
    action: t(`state.${state}.action`, params),
    short: t(`state.${state}.short`, params).trim(),
  };
}
