import { mockApis } from '@backstage/frontend-test-utils';
import { gitlabTokensTranslationRef } from '../translation';
import { Formats } from '../words/Formats';
import { Words } from '../words/Words';

/** The plugin's own messages, with dates and numbers in English. */
export function englishWords(): Words {
  const translation = mockApis
    .translation()
    .getTranslation(gitlabTokensTranslationRef);
  if (!translation.ready) {
    throw new Error('The messages of the reference itself are always there');
  }
  return { t: translation.t, formats: new Formats('en') };
}
