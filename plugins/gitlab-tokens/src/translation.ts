import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { messages } from './messages';

/**
 * Every text of the plugin: English, with French, Japanese and Russian, which are loaded when somebody chooses them. A
 * portal lists the languages that it offers, and gives more of them or other words with `createTranslationResource`
 * and `createTranslationMessages` for this reference.
 *
 * @public
 */
export const gitlabTokensTranslationRef = createTranslationRef({
  id: 'plugin.gitlab-tokens',
  messages,
  translations: {
    fr: () => import('./translations/fr'),
    ja: () => import('./translations/ja'),
    ru: () => import('./translations/ru'),
  },
});
