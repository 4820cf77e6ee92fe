import {
  CREDENTIAL_STATES,
  CredentialState,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { anEnvironment } from '../__testUtils__/environments';
import { englishWords } from '../__testUtils__/words';
import { Help } from '../model/cardAction';
import { stateAdvice } from './advice';
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

describe('stateAdvice', () => {
  const advise = (state: CredentialState, help: Help) =>
    stateAdvice(anEnvironment({ state }), help, englishWords());

  it.each(CREDENTIAL_STATES)('leaves nothing open of the state %s', state => {
    const helps: Help[] = ['rotate', 'paste', 'ask', 'byHand'];
    const said = helps.map(help => advise(state, help)).join(' ');
    expect(said).not.toMatch(/\{\{|undefined|“”| {2}| [.,;]/);
  });

  it('says which button to press, or what to do where none helps', () => {
    expect(advise('missing', 'rotate')).toBe(
      'Press “Rotate…”: the declared token is made and put where it is used.',
    );
    expect(advise('missing', 'paste')).toMatch(
      /^Press “Use my own token…”: .* to dev\.enc\.yaml\.$/,
    );
    expect(advise('missing', 'byHand')).toBe(
      'Add the token under integrations.gitlab with sops edit dev.enc.yaml, and restart the portal of this environment.',
    );
  });
});
