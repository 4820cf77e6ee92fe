import {
  CredentialState,
  Environment,
  Finding,
  FindingCode,
  Policy,
  Role,
  ROLE_LEVELS,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { gravestFirst } from './attention';
import { canPaste } from './credentialRef';
import { forbiddenScopes } from './policyBreaches';

/** The action of an environment's card that puts something right. */
export type CardAction = 'rotate' | 'paste';

/** How somebody comes to something being put right: by that action, by asking who may take it, or by hand. */
export type Help = CardAction | 'ask' | 'byHand';

/** What of a token a rotation can change: everything that is declared (overlap), only value and expiry, or nothing. */
type Reach = 'everything' | 'expiry' | 'nothing';

/** What GitLab's own rotation in place keeps, so that only a token made anew puts it right. */
const OF_THE_TOKEN: FindingCode[] = [
  'MISSING_SCOPE',
  'SURPLUS_SCOPE',
  'ROLE_TOO_LOW',
  'ROLE_TOO_HIGH',
  'WRONG_KIND',
  'WRONG_NAME',
  'WRONG_OWNER',
];

const OF_ITS_EXPIRY: FindingCode[] = [
  'NO_EXPIRY',
  'LIFETIME_TOO_LONG',
  'EXPIRES_SOON',
];

/** GitLab accepts the token. */
const WORKING: CredentialState[] = ['active', 'expiring', 'critical'];

/** The file opens and GitLab answers, but the portal has no token that works. */
const WANTING: CredentialState[] = ['expired', 'revoked', 'missing'];

type Judged = { scopes: readonly string[]; role: Role | null };

/** The backend plans no token that would break the policy. */
function keepsTo({ scopes, role }: Judged, policy: Policy): boolean {
  const { maxRole } = policy;
  return (
    forbiddenScopes(scopes, policy).length === 0 &&
    !(role && maxRole && ROLE_LEVELS[role] > ROLE_LEVELS[maxRole])
  );
}

/**
 * The token that overlap would make: what is declared, and for the rest what there is. Undefined where that is not
 * enough for a token, and for those that GitLab lets only their user or an administrator make.
 */
function successor({ declared, observed }: Environment): Judged | undefined {
  const kind = declared.kind ?? observed?.kind;
  const owner = declared.owner ?? observed?.owner;
  const name = declared.name ?? observed?.name;
  const scopes = declared.scopes ?? observed?.scopes;
  const role = declared.role ?? observed?.role ?? null;
  const isPersons = kind === 'personal' || kind === 'impersonation';
  if (!kind || isPersons || !owner || !name || !scopes) {
    return undefined;
  }
  const hasRole = kind === 'group' || kind === 'project';
  return hasRole && !role ? undefined : { scopes, role: hasRole ? role : null };
}

/** Whether GitLab lets the token rotate itself. */
function rotatesItself(scopes: readonly string[]): boolean {
  return scopes.includes('api') || scopes.includes('self_rotate');
}

function reachOf(environment: Environment): Reach {
  const { state, findings, observed, policy, declared } = environment;
  const has = (code: FindingCode) => findings.some(it => it.code === code);
  const isWorking = WORKING.includes(state);
  // Nothing is written to where it would stand in clear
  if (has('TOKEN_IN_CLEAR') || !(isWorking || WANTING.includes(state))) {
    return 'nothing';
  }
  const isBrokered = !has('BROKER_MISSING') && !has('BROKER_CANNOT_MANAGE');
  const next = successor(environment);
  if (isBrokered && next && keepsTo(next, policy)) {
    return 'everything';
  }
  const kind = declared.kind ?? observed?.kind;
  const byOther = isBrokered && kind !== 'personal' && kind !== 'impersonation';
  return isWorking &&
    observed &&
    keepsTo(observed, policy) &&
    (byOther || rotatesItself(observed.scopes))
    ? 'expiry'
    : 'nothing';
}

/** Whether somebody's own token can be put in place of the credential: the button is there, and the file can be written. */
function isPastable(environment: Environment): boolean {
  const { state, findings } = environment;
  return (
    canPaste(environment) &&
    [...WORKING, ...WANTING].includes(state) &&
    !findings.some(({ code }) => code === 'TOKEN_IN_CLEAR')
  );
}

/** The action of the card that puts a finding right, as far as is known before it is planned; null: none does. */
export function actionForFinding(
  { code }: Finding,
  environment: Environment,
): CardAction | null {
  const isOfToken = OF_THE_TOKEN.includes(code);
  if (!isOfToken && !OF_ITS_EXPIRY.includes(code)) {
    return null;
  }
  const reach = reachOf(environment);
  if (reach === 'everything' || (reach === 'expiry' && !isOfToken)) {
    return 'rotate';
  }
  // Whose it has to be, the button does not say
  return code !== 'WRONG_OWNER' && isPastable(environment) ? 'paste' : null;
}

/** The same for the state of the credential; null also where nothing is wrong with that. */
export function actionForState(environment: Environment): CardAction | null {
  const { state } = environment;
  if (state === 'active') {
    return null;
  }
  const reach = reachOf(environment);
  if (
    reach === 'everything' ||
    (reach === 'expiry' && WORKING.includes(state))
  ) {
    return 'rotate';
  }
  return isPastable(environment) ? 'paste' : null;
}

/** The action that somebody should take on an environment: the one for its state, or for its gravest finding. */
export function actionFor(environment: Environment): CardAction | null {
  const findings = gravestFirst(environment.findings)
    .filter(({ severity }) => severity !== 'info')
    .map(finding => actionForFinding(finding, environment));
  return (
    [actionForState(environment), ...findings].find(it => it !== null) ?? null
  );
}
