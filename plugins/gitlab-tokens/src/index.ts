/**
 * The frontend of GitLab tokens for Backstage, for the frontend system. Portals on the old one use `./legacy`.
 *
 * @packageDocumentation
 */

export { gitlabTokensApiRef } from './api';
export { gitlabTokensPlugin as default } from './plugin';
export { gitlabTokensTranslationRef } from './translation';
