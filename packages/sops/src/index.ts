/**
 * SOPS YAML files in TypeScript: open, verify, read.
 *
 * @packageDocumentation
 */

export { AgeIdentities, type KeyPlace } from './AgeIdentities';
export type { KeyPath } from './keyPath';
export { findAgeIdentities, type KeyLookup } from './keyPlaces';
export type { SopsMetadata } from './metadata';
export type { SopsRecipient, SopsRecipientKind } from './recipients';
export type { SopsScalar } from './scalars';
export type { SelectionRule, SelectionRuleKind } from './selection';
export {
  isLocked,
  SopsError,
  type SopsErrorCode,
  type SopsErrorDetails,
} from './SopsError';
export {
  MAX_SOPS_FILE_BYTES,
  openSopsFile,
  SopsFile,
  type OpenSopsFileOptions,
} from './SopsFile';
export { openSopsText, SopsText, type OpenSopsTextOptions } from './SopsText';
export type { SopsValue } from './tree';
