/**
 * What other backend modules may use of the gitlab-tokens plugin.
 *
 * @packageDocumentation
 */

export {
  DeliveryError,
  type DeliveryCheck,
  type DeliveryContext,
  type DeliveryOutcome,
  type DeliveryTarget,
} from './delivery/DeliveryTarget';
export {
  gitlabTokensDeliveryExtensionPoint,
  type GitlabTokensDeliveryExtensionPoint,
} from './delivery/gitlabTokensDeliveryExtensionPoint';
export { CurrentGitlabCredentialsProvider } from './integrations/CurrentGitlabCredentialsProvider';
export { gitlabUrlReaderServiceFactory } from './integrations/gitlabUrlReaderServiceFactory';
export { Secret } from './Secret';
export { SopsConfigSource } from './SopsConfigSource';
export {
  readCurrentSopsLocation,
  resolveSopsDirectory,
  type SopsLocation,
} from './sopsLocation';
export { sopsRootConfigServiceFactory } from './sopsRootConfigServiceFactory';
export { isTokenText } from './tokenText';
export { watchSopsFiles } from './watchSopsFiles';
