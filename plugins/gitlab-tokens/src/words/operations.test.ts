import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  aDoneOperation,
  anOperation,
  aPlan,
  aRevealing,
} from '../__testUtils__/operations';
import { englishWords } from '../__testUtils__/words';
import { resultSentence } from './operations';

const { t } = englishWords();

const cancelled = (operation: Operation) =>
  resultSentence({ ...operation, step: 'cancelled', actions: [] }, t);

describe('how an operation ended', () => {
  it('says that all is as before, where it was cancelled before anything was delivered', () => {
    expect(cancelled(anOperation())).toBe(
      'It was cancelled. The old token is as it was before.',
    );
    expect(cancelled(aRevealing())).toBe(
      'It was cancelled. There is no new token.',
    );
  });

  it('says that all stays, where it was cancelled after the delivery', () => {
    const { deliveries } = aDoneOperation();
    const sentence =
      'It was cancelled. The new value stays where it was delivered, and all tokens stay as they are.';
    expect(cancelled(anOperation({ deliveries }))).toBe(sentence);
    expect(cancelled(aRevealing({}, { deliveries }))).toBe(sentence);
  });

  it('sends to GitLab, where the ledger does not tell what became of the tokens', () => {
    const sentence =
      'It was cancelled. Look in GitLab which of its tokens are still valid.';
    expect(cancelled(anOperation({ plan: aPlan({ mode: 'in-place' }) }))).toBe(
      sentence,
    );
    const { deliveries } = aRevealing();
    expect(
      cancelled(
        aRevealing(
          {},
          { deliveries: [{ ...deliveries[0], state: 'delivered' }] },
        ),
      ),
    ).toBe(sentence);
  });
});
