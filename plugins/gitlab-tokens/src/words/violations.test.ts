import {
  CONSEQUENCES,
  VIOLATIONS,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { wordsIn } from '../__testUtils__/languages';
import { aPlan } from '../__testUtils__/operations';
import { englishWords } from '../__testUtils__/words';
import { consequenceWords, toneOfConsequence } from './plans';
import { violationWords } from './violations';

const words = englishWords();

describe('the words for closed sets', () => {
  it.each(VIOLATIONS)('say what is wrong: %s', code => {
    const text = violationWords(
      {
        code,
        field: 'scopes.0',
        found: 'example-org',
        allowed: ['one', 'two'],
        message: 'the reason',
      },
      words,
    );
    expect(text).toMatch(/^[A-Z“].*\.$/);
    expect(text).not.toMatch(/\{\{|violation\./);
  });

  it.each(CONSEQUENCES)('say what follows: %s', consequence => {
    const plan = aPlan({ otherEnvironments: ['qa', 'prod'] });
    const text = consequenceWords(consequence, plan, words);
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(text).not.toMatch(/\{\{|plan\./);
    expect(toneOfConsequence(consequence)).toBeDefined();
  });

  it('leave an owner alone that is called like a kind', () => {
    expect(
      violationWords(
        {
          ...{ code: 'OWNER_UNKNOWN', field: 'owner', found: 'group' },
          ...{ allowed: [], message: '' },
        },
        words,
      ),
    ).toBe('“group” does not exist, or the broker cannot see it.');
  });

  it('use GitLab’s names of kinds and roles', () => {
    expect(
      violationWords(
        {
          code: 'ROLE_NOT_ALLOWED',
          field: 'role',
          found: 'owner',
          allowed: ['guest', 'maintainer'],
          message: '',
        },
        words,
      ),
    ).toBe(
      'The role is not possible here. Choose one of: Guest and Maintainer.',
    );
  });

  it.each(['EXPIRY_IN_PAST', 'EXPIRY_TOO_FAR'] as const)(
    'end with one full stop in Russian, where dates have one of their own: %s',
    async code => {
      const text = violationWords(
        {
          ...{ code, field: 'expiresAt', found: null },
          ...{ allowed: ['2026-12-02'], message: '' },
        },
        await wordsIn('ru'),
      );
      expect(text).toContain('2 дек. 2026 г.');
      expect(text).not.toContain('..');
    },
  );

  it('leave the grace period out where there is none', () => {
    expect(
      consequenceWords(
        'OLD_VALUE_STOPS_AFTER_GRACE',
        aPlan({ gracePeriodSeconds: 0 }),
        words,
      ),
    ).toBe(
      'The old value works until the new one is proven. Then it is revoked.',
    );
  });
});
