/**
 * SOPS YAML files in TypeScript: open, verify, read, change one value, seal.
 *
 * @packageDocumentation
 */

export { AgeIdentities, type KeyPlace } from './AgeIdentities';
export {
  changeSopsFile,
  changeSopsText,
  type ChangeSopsFileOptions,
  type ChangeSopsTextOptions,
} from './changeSopsFile';
export type { KeyProgramOptions } from './keyOpeners';
export type { KeyPath } from './keyPath';
export { findAgeIdentities, type KeyLookup } from './keyPlaces';
export type { SopsMetadata } from './metadata';
export type { SopsRecipient, SopsRecipientKind } from './recipients';
export type { SopsScalar } from './scalars';
export {
  MAX_SECRET_BYTES,
  sealForRecipients,
  sealingRecipients,
  unseal,
  type UnsealOptions,
} from './sealing';
export type { SelectionRule, SelectionRuleKind } from './selection';
export type { SopsChange } from './SopsChange';
export {
  isLocked,
  SopsError,
  type SopsErrorCode,
  type SopsErrorDetails,
} from './SopsError';
export { openSopsFile, SopsFile, type OpenSopsFileOptions } from './SopsFile';
export { MAX_SOPS_FILE_BYTES } from './sopsFileBytes';
export { openSopsText, SopsText, type OpenSopsTextOptions } from './SopsText';
export type { SopsValue } from './tree';
