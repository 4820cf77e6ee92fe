import {
  aLockedEnvironment,
  anEnvironment,
  anExpiringEnvironment,
  anObservation,
  inDays,
} from '../__testUtils__/environments';
import { englishWords } from '../__testUtils__/words';
import { attentionSentence, nextExpirySentence } from './summary';

const words = englishWords();

const lacking = (name: string) =>
  anEnvironment({
    name,
    findings: [
      { code: 'SURPLUS_SCOPE', severity: 'warning', scopes: ['api'] },
      { code: 'MISSING_SCOPE', severity: 'error', scopes: ['read_api'] },
    ],
  });

describe('attentionSentence', () => {
  it('says that all is well, where a locked file and a note are well', () => {
    const noted = anEnvironment({
      findings: [{ code: 'BROKER_MISSING', severity: 'info' }],
    });
    expect(attentionSentence([noted, aLockedEnvironment()], words)).toBe(
      'None of the 2 environments needs attention.',
    );
    expect(attentionSentence([noted], words)).toBe(
      'The environment needs no attention.',
    );
  });

  it('names the gravest finding of the one that needs attention', () => {
    expect(attentionSentence([anEnvironment(), lacking('qa')], words)).toBe(
      '1 of 2 environments needs attention: qa lacks read_api.',
    );
  });

  it('names errors before warnings', () => {
    const environments = [anExpiringEnvironment(12), lacking('qa')];
    expect(attentionSentence(environments, words)).toBe(
      '2 of 2 environments need attention: qa lacks read_api; dev expires in 12 days.',
    );
  });

  it('names the state where that is worse than the findings', () => {
    const revoked = { ...lacking('qa'), state: 'revoked' as const };
    expect(attentionSentence([revoked], words)).toBe(
      'The environment needs attention: qa was revoked.',
    );
  });

  it('names three and counts the others', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map(lacking);
    expect(attentionSentence(five, words)).toMatch(
      /^5 of 5 .*: a lacks read_api; b lacks read_api; c lacks read_api; and 2 more\.$/,
    );
  });
});

describe('nextExpirySentence', () => {
  it('names the token that stops working first', () => {
    const environments = [
      anEnvironment({ name: 'qa' }),
      anExpiringEnvironment(12),
    ];
    expect(nextExpirySentence(environments, words)).toBe(
      `Next expiry: dev in 12 days (${inDays(12)}).`,
    );
  });

  it('leaves out tokens that have expired, never do, or do not work anyway', () => {
    const environments = [
      anExpiringEnvironment(-3),
      anExpiringEnvironment(3, { state: 'revoked' }),
      anEnvironment({
        daysLeft: null,
        observed: anObservation({ expiresAt: null }),
      }),
      aLockedEnvironment(),
    ];
    expect(nextExpirySentence(environments, words)).toBe(
      'No coming expiry is known.',
    );
  });
});
