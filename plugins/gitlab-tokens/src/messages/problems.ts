import { ProblemCode } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** What happened when an operation stands still or something could not be looked at, by code. */
export const problemMessages = {
  GATEWAY_CREDENTIAL_EXPIRED: 'GitLab says that the token has expired.',
  GATEWAY_CREDENTIAL_REVOKED: 'GitLab says that the token was revoked.',
  GATEWAY_CREDENTIAL_REJECTED: 'GitLab does not accept the token.',
  GATEWAY_INSUFFICIENT_SCOPE: 'The token’s scopes do not suffice for this.',
  GATEWAY_FORBIDDEN: 'GitLab does not let the token’s user do this.',
  GATEWAY_NOT_PERMITTED:
    'The role or the kind of the token, or the plan of GitLab, does not allow this.',
  GATEWAY_NOT_FOUND:
    'GitLab does not have what was asked for, or does not show it to this token.',
  GATEWAY_INVALID_REQUEST: 'GitLab does not accept what was asked for.',
  GATEWAY_ALREADY_REVOKED: 'The token is revoked already.',
  GATEWAY_CONFLICT:
    'Something of that name exists in GitLab, or it has changed meanwhile.',
  GATEWAY_RATE_LIMITED: 'GitLab was asked too often in a short time.',
  GATEWAY_SERVER_ERROR: 'GitLab has a fault of its own.',
  GATEWAY_UNAVAILABLE: 'GitLab, or what stands before it, is not ready.',
  GATEWAY_REDIRECTED:
    'GitLab sends requests on to another address, where no token is sent.',
  GATEWAY_UNREACHABLE: 'GitLab could not be reached.',
  GATEWAY_TIMEOUT: 'GitLab did not answer in time.',
  GATEWAY_UNEXPECTED_ANSWER: 'The answer is not one of GitLab’s API.',
  GATEWAY_AMBIGUOUS:
    'An answer of GitLab got lost, so that it is not known whether the request was carried out.',
  VALUE_LOST:
    'The token has rotated itself, and the answer with its new value was lost. GitLab shows a value once; the old one is dead.',
  SUCCESSOR_UNCERTAIN:
    'Somebody has rotated or revoked the old token, and it is not clear what came of it.',
  MINTING_FAILED:
    'GitLab was asked for the token several times, and no value could be kept.',
  NEW_TOKEN_REFUSED: 'GitLab does not accept the new token.',
  NEW_TOKEN_DIFFERS: 'The new token is not what was planned.',
  NEW_TOKEN_UNUSED:
    'The merge request is merged, but nobody has used the new token for seven days. The old one was not revoked.',
  TARGET_HOLDS_ANOTHER_TOKEN:
    'Where the new value belongs, somebody has put another token meanwhile. It was not overwritten.',
  VALUE_NOT_SHOWN:
    'GitLab has rotated the token, and nobody has asked to see the new value, without which the token is of no use to anybody.',
  TARGET_UNKNOWN: 'This backend does not know the delivery target.',
  ENVIRONMENT_UNKNOWN: 'The environment is not configured any more.',
  INTERNAL_ERROR:
    'The operation stopped because of an error of the portal itself.',
  OPERATION_IN_PROGRESS: 'Another operation on the same token is under way.',
  CONFLICT: 'It has changed meanwhile.',
  MERGE_REQUEST_CLOSED:
    'The merge request was closed without being merged, so that the new token is not in the file.',
  MERGE_REQUEST_CHANGED:
    'The branch of the merge request does not hold the new token any more.',
  MERGE_REQUEST_CONFLICT:
    'The file was changed on the target branch after the merge request was opened; the two conflict.',
  MERGED_WITHOUT_VALUE:
    'The merge request was merged, but the file does not hold the new token.',
  VARIABLE_NOT_KEPT:
    'GitLab has taken the value, but the CI/CD variable does not hold it as it was asked to.',
  DELIVERY_FAILED:
    'The delivery failed on the portal’s own side. The value is kept.',
  DELIVERY_INTERRUPTED: 'The delivery was broken off. The value is kept.',
  FILE_NOT_FOUND: 'The SOPS file is not there.',
  FILE_UNREADABLE: 'The SOPS file cannot be read.',
  NOT_A_REGULAR_FILE: 'Where the SOPS file should be, there is something else.',
  PATH_OUTSIDE_DIRECTORY: 'The SOPS file lies outside of its directory.',
  FILE_TOO_LARGE: 'The SOPS file is too large.',
  FILE_BUSY: 'Somebody else is writing the SOPS file.',
  FILE_CHANGED: 'The SOPS file was changed since it was read.',
  FILE_READ_ONLY: 'The SOPS file is read-only.',
  FILE_UNWRITABLE: 'The SOPS file cannot be written.',
  DISK_FULL: 'The disk with the SOPS file is full.',
  NO_KEY: 'No key was found that could open the SOPS file.',
  WRONG_KEY: 'The SOPS file is encrypted to other keys than those at hand.',
  NOT_ENOUGH_KEY_GROUPS:
    'The SOPS file needs keys of more groups than are at hand.',
  PASSPHRASE_NEEDED: 'The key asks for a passphrase.',
  KEY_FILE_UNREADABLE: 'The file with the key cannot be read.',
  KEY_MALFORMED: 'What was found as a key is not one.',
  UNSUPPORTED_KEY_KIND: 'This kind of key is not supported.',
  DATA_KEY_INVALID:
    'The SOPS file names a key at hand, but its data key does not open with it.',
  KEY_SERVICE_FAILED:
    'The key service, such as a KMS or Vault, did not decrypt the file’s key.',
  KEY_SERVICE_NOT_TRUSTED:
    'The SOPS file names a key service that is not the configured one.',
  PROGRAM_NOT_FOUND: 'The program that the SOPS file needs is not installed.',
  PROGRAM_NOT_EXECUTABLE: 'The program that the SOPS file needs does not run.',
  PROGRAM_TOO_OLD: 'The program that the SOPS file needs is too old.',
  PROGRAM_TIMED_OUT: 'The program that the SOPS file needs took too long.',
  PROGRAM_FAILED: 'The program that the SOPS file needs has failed.',
  MAC_MISMATCH:
    'The SOPS file was changed without SOPS: its MAC does not fit. Nothing of it is used.',
  MAC_MISSING: 'The SOPS file has no MAC. Nothing of it is used.',
  VALUE_NOT_AUTHENTIC:
    'An encrypted value of the SOPS file was changed or moved. Nothing of the file is used.',
  VALUE_MALFORMED:
    'A value of the SOPS file is not one that SOPS would write. Nothing of the file is used.',
  VALUE_IN_CLEAR:
    'A value of the SOPS file should be encrypted and is not. Nothing of the file is used.',
  CLEAR_VALUES_UNPROTECTED:
    'The SOPS file does not protect its clear values: somebody may have changed the host that the token is sent to.',
  NOT_A_SOPS_FILE: 'The file was not encrypted with SOPS.',
  NOT_YAML: 'The SOPS file is not well-formed YAML.',
  UNSUPPORTED_YAML:
    'The SOPS file uses YAML that different programs read differently.',
  DUPLICATE_KEY: 'A key stands twice in the SOPS file.',
  METADATA_INVALID: 'The sops section of the file is damaged.',
  UNSUPPORTED_VERSION:
    'The SOPS file was written by a version of SOPS that is not supported.',
  UNSUPPORTED_RULE:
    'The SOPS file says by a rule that is not supported what is encrypted.',
  ENTRY_MISSING: 'The SOPS file has no integrations.gitlab entry for the host.',
  ENTRY_MALFORMED:
    'The integrations.gitlab entry of the SOPS file cannot be read.',
  HOST_AMBIGUOUS:
    'The SOPS file has several integrations.gitlab entries that could be meant.',
  TOKEN_MISSING:
    'The SOPS file has the entry for this host, but no token in it.',
  TOKEN_MALFORMED:
    'A token in the SOPS file cannot be one. It was not sent anywhere.',
  TARGET_NOT_FOUND:
    'The place in the SOPS file that was to be changed is not there.',
  TARGET_NOT_A_VALUE:
    'The place in the SOPS file that was to be changed holds more than one value.',
  VALUE_INVALID: 'The new value cannot stand in a SOPS file.',
  VALUE_WOULD_BE_CLEAR:
    'The rules of the SOPS file would leave the new value in clear. It was not written.',
  CHANGE_UNSUPPORTED:
    'The SOPS file is written in a form that is not changed here.',
  CHANGE_NOT_VERIFIED:
    'The changed SOPS file did not verify, and was not written.',
  NO_AGE_RECIPIENT:
    'The SOPS file has no age recipient, and other keys are switched off here.',
  NO_SEALING_RECIPIENT: 'There is no age recipient to seal a new value for.',
  ESCROW_LOCKED: 'No key at hand opens the sealed value.',
  ESCROW_INVALID: 'The sealed value in the database was changed or damaged.',
  SEALED_TEXT_INVALID:
    'The sealed value in the database was changed or damaged.',
  SECRET_TOO_LARGE: 'The value is too large to be sealed.',
} as const satisfies Record<ProblemCode, string>;

/** What to do about problems. */
export const remedyMessages = {
  wait: 'Nothing to do: it is tried again by itself. If it stays, look at the status of this GitLab.',
  lookedUp:
    'Nothing to do: what became of the request is looked up before anything is sent again.',
  replaceToken:
    'Put a new token into the SOPS file with sops edit. The portal reads it at once.',
  replaceAndResume:
    'The token that speaks for this operation is dead. Put a new one into the SOPS file with sops edit, and resume.',
  checkToken:
    'Check that the token in the SOPS file belongs to this GitLab host. If it does, create a new one and write it there with sops edit.',
  declaredScopes:
    'Create a token with the declared scopes; read_api lets it say what it is.',
  askAdministrator:
    'Ask an administrator of this GitLab about the account that the token acts as.',
  otherKind:
    'Use a token of a kind that GitLab’s API accepts: personal, group, project or service account.',
  empower:
    'Look at the scopes, the role and the kind of the broker, and on GitLab.com at the plan of the group. Put right what is missing and resume, or cancel.',
  moreRole:
    'Make the broker an Owner of the group, or at least a Maintainer of the project, or take this owner out of the configuration.',
  readScope: 'Give the broker a token with the scope read_api or api.',
  checkPath:
    'Check the path in the configuration or in the catalog, and that the broker is a member there.',
  lookInGitlab: 'Look in GitLab; then resume, or cancel.',
  askForLess:
    'The limits of this GitLab are tighter than what was asked for, most often for the expiry. Cancel and ask for less.',
  checkAddress:
    'Check apiBaseUrl in the SOPS file, and what stands between the portal and GitLab.',
  checkNetwork:
    'Check that the GitLab host runs, and that this portal can reach it: name, network, proxy, certificate.',
  pasteAnother:
    'Make a new token in GitLab and paste it for this environment. Then cancel this operation. With a broker in the SOPS file this cannot happen.',
  tidyUp:
    'Look at the tokens of the owner in GitLab. Revoke what nobody uses, cancel this operation and issue a new token.',
  resumeOnceMore:
    'Look at the status of GitLab and of the database, then resume: it is tried once more.',
  whoRevoked:
    'Look whether somebody has revoked the new token in GitLab. If so, cancel and rotate anew; if not, resume.',
  askAboutLimits:
    'The old token still works, unless it was rotated in place. Ask the administrators of this GitLab about its limits. Cancel leaves both tokens as they are.',
  useMergedFile:
    'See that the portal runs with the merged file. Resume revokes the old token even so.',
  whoseToken:
    'If the other token shall stay, cancel. If not, take it out and resume.',
  showIt:
    'Have the value shown and put it where it is needed. Then the operation goes on by itself.',
  addModule: 'Add the module that brings it, restart the backend, resume.',
  configureAgain: 'Put it back into the configuration and resume, or cancel.',
  readLog:
    'Look for the number of the operation in the log of the backend, mend what it says, and resume.',
  waitForOther: 'Wait for it to end, or look at why it stands still.',
  tryAgain: 'Try again.',
  reopen:
    'Reopen it in GitLab and resume, or cancel, which revokes the new token.',
  startOver:
    'Cancel and ask for a new operation: it starts from the file as it is now.',
  lookAtVariables:
    'Look at the variables of the project or group in GitLab. Then resume or cancel.',
  retried: 'It is tried again by itself. If it stays, read the backend’s log.',
  restorePlace:
    'Put the file back where gitlabTokens.sops.directory says, readable for the backend’s user.',
  makeWritable:
    'Make room, or let the backend’s user write. Where the file comes from a repository, deliver by merge request.',
  restoreFile:
    'Compare the file with version control, restore it, and find out who changed it.',
  giveKey:
    'Give the backend a key that opens the file, or add this portal’s key to its recipients.',
  mendKeyService:
    'See that the KMS, Vault, gpg or sops that the file needs works here.',
  editEntry: 'Correct the integrations.gitlab entry with sops edit.',
  encryptAgain:
    'Set encrypted_regex: ^token$ and encrypt the file again, without mac_only_encrypted.',
  report: 'Report it to those who maintain this plugin.',
  ageRecipient:
    'Add an age recipient to the file with sops updatekeys, or name one in gitlabTokens.escrow.recipients.',
  keyForSealed: 'Give the backend the key, and resume.',
  cancelDamaged:
    'Restore the database if you can. Otherwise cancel, and revoke the new token in GitLab.',
} as const;

/** Before the words of a program, which are in English. */
export const originalMessages = {
  detail: 'In detail:',
} as const;
