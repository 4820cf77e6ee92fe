import { blockerFactMessages, blockerMessages } from './blockers';
import {
  credentialMessages,
  expiryMessages,
  kindMessages,
  roleMessages,
  scopeMessages,
} from './credentials';
import {
  cardActionMessages,
  deliveryFieldMessages,
  dialogMessages,
  expiryFieldMessages,
  issueDialogMessages,
  pasteDialogMessages,
  revealMessages,
  revokeDialogMessages,
  rotateDialogMessages,
  scopeHelpMessages,
} from './dialogs';
import { entityMessages, entityTokensMessages } from './entities';
import {
  cardMessages,
  emptyMessages,
  failureMessages,
  pageMessages,
  refreshMessages,
  summaryMessages,
  timelineMessages,
} from './environments';
import { adviceMessages, findingMessages } from './findings';
import { homeMessages } from './home';
import { activityMessages, operationMessages } from './operations';
import { planMessages, refusalMessages, violationMessages } from './plans';
import { policyMessages } from './policy';
import { originalMessages, problemMessages, remedyMessages } from './problems';
import {
  recipeMessages,
  recipeNoteMessages,
  recipeToolMessages,
} from './recipes';
import { stateMessages } from './states';
import {
  tokenDetailsMessages,
  tokenEmptyMessages,
  tokenFailureMessages,
  tokenFilterMessages,
  tokenOwnersMessages,
  tokensMessages,
} from './tokens';

/** Every text of the plugin in English, by group: the reference for the translations. */
export const messages = {
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
  advice: adviceMessages,
  timeline: timelineMessages,
  failure: failureMessages,
  empty: emptyMessages,
  entity: entityMessages,
  entityTokens: entityTokensMessages,
  tokens: tokensMessages,
  tokenFilter: tokenFilterMessages,
  tokenDetails: tokenDetailsMessages,
  tokenFailure: tokenFailureMessages,
  tokenEmpty: tokenEmptyMessages,
  tokenOwners: tokenOwnersMessages,
  policy: policyMessages,
  home: homeMessages,
  recipe: recipeMessages,
  recipeTool: recipeToolMessages,
  recipeNote: recipeNoteMessages,
  operation: operationMessages,
  activity: activityMessages,
  plan: planMessages,
  blocker: blockerMessages,
  blockerFact: blockerFactMessages,
  problem: problemMessages,
  remedy: remedyMessages,
  original: originalMessages,
  refusal: refusalMessages,
  violation: violationMessages,
  dialog: dialogMessages,
  expiryField: expiryFieldMessages,
  rotateDialog: rotateDialogMessages,
  revokeDialog: revokeDialogMessages,
  issueDialog: issueDialogMessages,
  scopeHelp: scopeHelpMessages,
  deliveryField: deliveryFieldMessages,
  pasteDialog: pasteDialogMessages,
  reveal: revealMessages,
  cardAction: cardActionMessages,
} as const;
