import { ProblemCode } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { remedyMessages } from '../messages/problems';

/** A sentence that says what to do. */
export type Remedy = keyof typeof remedyMessages;

/** What was done when the problem came up, which decides what is to be done about it. */
export type ProblemContext = 'operation' | 'inspection' | 'listing';

const OPERATION: Record<ProblemCode, Remedy> = {
  GATEWAY_CREDENTIAL_EXPIRED: 'replaceAndResume',
  GATEWAY_CREDENTIAL_REVOKED: 'replaceAndResume',
  GATEWAY_CREDENTIAL_REJECTED: 'replaceAndResume',
  GATEWAY_INSUFFICIENT_SCOPE: 'empower',
  GATEWAY_FORBIDDEN: 'empower',
  GATEWAY_NOT_PERMITTED: 'empower',
  GATEWAY_NOT_FOUND: 'lookInGitlab',
  GATEWAY_INVALID_REQUEST: 'askForLess',
  GATEWAY_ALREADY_REVOKED: 'lookInGitlab',
  GATEWAY_CONFLICT: 'lookInGitlab',
  GATEWAY_RATE_LIMITED: 'wait',
  GATEWAY_SERVER_ERROR: 'wait',
  GATEWAY_UNAVAILABLE: 'wait',
  GATEWAY_REDIRECTED: 'checkAddress',
  GATEWAY_UNREACHABLE: 'wait',
  GATEWAY_TIMEOUT: 'wait',
  GATEWAY_UNEXPECTED_ANSWER: 'checkAddress',
  GATEWAY_AMBIGUOUS: 'lookedUp',
  VALUE_LOST: 'pasteAnother',
  SUCCESSOR_UNCERTAIN: 'tidyUp',
  MINTING_FAILED: 'resumeOnceMore',
  NEW_TOKEN_REFUSED: 'whoRevoked',
  NEW_TOKEN_DIFFERS: 'askAboutLimits',
  NEW_TOKEN_UNUSED: 'useMergedFile',
  TARGET_HOLDS_ANOTHER_TOKEN: 'whoseToken',
  VALUE_NOT_SHOWN: 'showIt',
  TARGET_UNKNOWN: 'addModule',
  ENVIRONMENT_UNKNOWN: 'configureAgain',
  INTERNAL_ERROR: 'readLog',
  OPERATION_IN_PROGRESS: 'waitForOther',
  CONFLICT: 'tryAgain',
  MERGE_REQUEST_CLOSED: 'reopen',
  MERGE_REQUEST_CHANGED: 'startOver',
  MERGE_REQUEST_CONFLICT: 'startOver',
  MERGED_WITHOUT_VALUE: 'startOver',
  VARIABLE_NOT_KEPT: 'lookAtVariables',
  DELIVERY_FAILED: 'retried',
  DELIVERY_INTERRUPTED: 'retried',
  FILE_NOT_FOUND: 'restorePlace',
  FILE_UNREADABLE: 'restorePlace',
  NOT_A_REGULAR_FILE: 'restorePlace',
  PATH_OUTSIDE_DIRECTORY: 'restorePlace',
  FILE_TOO_LARGE: 'restoreFile',
  FILE_BUSY: 'retried',
  FILE_CHANGED: 'retried',
  FILE_READ_ONLY: 'makeWritable',
  FILE_UNWRITABLE: 'makeWritable',
  DISK_FULL: 'makeWritable',
  NO_KEY: 'giveKey',
  WRONG_KEY: 'giveKey',
  NOT_ENOUGH_KEY_GROUPS: 'giveKey',
  PASSPHRASE_NEEDED: 'giveKey',
  KEY_FILE_UNREADABLE: 'giveKey',
  KEY_MALFORMED: 'giveKey',
  UNSUPPORTED_KEY_KIND: 'giveKey',
  DATA_KEY_INVALID: 'restoreFile',
  KEY_SERVICE_FAILED: 'mendKeyService',
  KEY_SERVICE_NOT_TRUSTED: 'mendKeyService',
  PROGRAM_NOT_FOUND: 'mendKeyService',
  PROGRAM_NOT_EXECUTABLE: 'mendKeyService',
  PROGRAM_TOO_OLD: 'mendKeyService',
  PROGRAM_TIMED_OUT: 'mendKeyService',
  PROGRAM_FAILED: 'mendKeyService',
  MAC_MISMATCH: 'restoreFile',
  MAC_MISSING: 'restoreFile',
  VALUE_NOT_AUTHENTIC: 'restoreFile',
  VALUE_MALFORMED: 'restoreFile',
  VALUE_IN_CLEAR: 'restoreFile',
  CLEAR_VALUES_UNPROTECTED: 'encryptAgain',
  NOT_A_SOPS_FILE: 'restoreFile',
  NOT_YAML: 'restoreFile',
  UNSUPPORTED_YAML: 'restoreFile',
  DUPLICATE_KEY: 'restoreFile',
  METADATA_INVALID: 'restoreFile',
  UNSUPPORTED_VERSION: 'encryptAgain',
  UNSUPPORTED_RULE: 'encryptAgain',
  ENTRY_MISSING: 'editEntry',
  ENTRY_MALFORMED: 'editEntry',
  HOST_AMBIGUOUS: 'editEntry',
  TOKEN_MISSING: 'replaceToken',
  TOKEN_MALFORMED: 'replaceToken',
  TARGET_NOT_FOUND: 'editEntry',
  TARGET_NOT_A_VALUE: 'editEntry',
  VALUE_INVALID: 'report',
  VALUE_WOULD_BE_CLEAR: 'encryptAgain',
  CHANGE_UNSUPPORTED: 'editEntry',
  CHANGE_NOT_VERIFIED: 'report',
  NO_AGE_RECIPIENT: 'ageRecipient',
  NO_SEALING_RECIPIENT: 'ageRecipient',
  ESCROW_LOCKED: 'keyForSealed',
  ESCROW_INVALID: 'cancelDamaged',
  SEALED_TEXT_INVALID: 'cancelDamaged',
  SECRET_TOO_LARGE: 'report',
};

/** Where there is no operation that could be resumed or cancelled. */
const INSPECTION: Partial<Record<ProblemCode, Remedy>> = {
  GATEWAY_CREDENTIAL_EXPIRED: 'replaceToken',
  GATEWAY_CREDENTIAL_REVOKED: 'replaceToken',
  GATEWAY_CREDENTIAL_REJECTED: 'checkToken',
  GATEWAY_INSUFFICIENT_SCOPE: 'declaredScopes',
  GATEWAY_FORBIDDEN: 'askAdministrator',
  GATEWAY_NOT_PERMITTED: 'otherKind',
  GATEWAY_NOT_FOUND: 'checkAddress',
  GATEWAY_INVALID_REQUEST: 'checkAddress',
  GATEWAY_ALREADY_REVOKED: 'checkAddress',
  GATEWAY_CONFLICT: 'checkAddress',
  GATEWAY_UNREACHABLE: 'checkNetwork',
  GATEWAY_TIMEOUT: 'checkNetwork',
  GATEWAY_AMBIGUOUS: 'checkAddress',
};

/** Where an owner's tokens were to be listed, it is mostly the broker that lacks something. */
const LISTING: Partial<Record<ProblemCode, Remedy>> = {
  ...INSPECTION,
  GATEWAY_FORBIDDEN: 'moreRole',
  GATEWAY_NOT_PERMITTED: 'moreRole',
  GATEWAY_NOT_FOUND: 'checkPath',
  GATEWAY_INSUFFICIENT_SCOPE: 'readScope',
};

/** What is to be done about a problem. */
export function remedyOf(code: ProblemCode, context: ProblemContext): Remedy {
  switch (context) {
    case 'inspection':
      return INSPECTION[code] ?? OPERATION[code];
    case 'listing':
      return LISTING[code] ?? OPERATION[code];
    default:
      return OPERATION[code];
  }
}
