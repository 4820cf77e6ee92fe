/**
 * What other backend modules may use of the gitlab-tokens plugin.
 *
 * @packageDocumentation
 */

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
