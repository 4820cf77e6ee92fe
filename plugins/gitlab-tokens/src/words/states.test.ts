import {
  CREDENTIAL_STATES,
  CredentialState,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { anEnvironment } from '../__testUtils__/environments';
import { englishWords } from '../__testUtils__/words';
import { stateWords, Tone, toneOfState } from './states';

const EXPECTED: Record<CredentialState, [label: string, tone: Tone]> = {
  active: ['Active', 'good'],
  expiring: ['Expiring', 'warning'],
  critical: ['Critical', 'error'],
  expired: ['Expired', 'error'],
  revoked: ['Revoked', 'error'],
  rejected: ['Rejected', 'error'],
  unreachable: ['Unreachable', 'warning'],
  locked: ['Locked', 'neutral'],
  missing: ['No token', 'error'],
  invalid: ['Invalid file', 'error'],
  unknown: ['Not inspected', 'neutral'],
};

describe('stateWords', () => {
  it.each(CREDENTIAL_STATES)('explains the state %s', state => {
    const environment = anEnvironment({ state, daysLeft: 5 });
    const words = stateWords(environment, englishWords());
    const [label, tone] = EXPECTED[state];
    expect(words.label).toBe(label);
    expect(toneOfState(state)).toBe(tone);
    expect(words.meaning).toMatch(/\.$/);
    expect(words.action).toMatch(/\.$/);
    expect(words.short).toContain('Development');
    expect(Object.values(words).join(' ')).not.toMatch(/\{\{|undefined| {2}/);
  });

  it('names the file that has to be mended', () => {
    const { meaning } = stateWords(
      anEnvironment({ state: 'missing', file: 'prod.enc.yaml' }),
      englishWords(),
    );
    expect(meaning).toBe(
      'prod.enc.yaml decrypts, but holds no token for GitLab.',
    );
  });
});
