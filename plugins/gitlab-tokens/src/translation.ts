import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  credentialMessages,
  expiryMessages,
  kindMessages,
  roleMessages,
  scopeMessages,
} from './messages/credentials';
import { entityMessages } from './messages/entities';
import {
  cardMessages,
  emptyMessages,
  failureMessages,
  pageMessages,
  refreshMessages,
  summaryMessages,
  timelineMessages,
} from './messages/environments';
import { findingMessages } from './messages/findings';
import { stateMessages } from './messages/states';

/**
 * Every text of the plugin, in English. A portal gives other languages or other words with
 * `createTranslationResource` and `createTranslationMessages` for this reference.
 *
 * @public
 */
export const gitlabTokensTranslationRef = createTranslationRef({
  id: 'plugin.gitlab-tokens',
  messages: {
    page: pageMessages,
    summary: summaryMessages,
    refresh: refreshMessages,
    card: cardMessages,
    credential: credentialMessages,
    kind: kindMessages,
    role: roleMessages,
    scope: scopeMessages,
    expiry: expiryMessages,
    state: stateMessages,
    finding: findingMessages,
    timeline: timelineMessages,
    failure: failureMessages,
    empty: emptyMessages,
    entity: entityMessages,
  },
});
