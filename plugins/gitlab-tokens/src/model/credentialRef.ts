import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/**
 * The `ref` of the token that an environment runs on, which its permissions are decided on. Null where GitLab has not
 * said what it is, and for service accounts, whose place is not known here.
 */
export function credentialRef({ name, observed }: Environment): string | null {
  if (!observed?.kind || observed.kind === 'service-account') {
    return null;
  }
  const { kind, owner, userId, tokenId } = observed;
  const isUsers = kind === 'personal' || kind === 'impersonation';
  const home = isUsers ? userId : owner?.id;
  return home === undefined ? null : `${name}.${kind}.${home}.${tokenId}`;
}

/** The states in which any token of somebody's own would be better than what is there. */
const NEEDING = ['missing', 'expired', 'revoked'];

/**
 * Whether somebody can put a personal token of their own in place of the credential: it is declared to be one, or
 * nothing is declared and a personal one is there, or none that works. The backend takes no other.
 */
export function canPaste({ declared, observed, state }: Environment): boolean {
  return declared.kind === undefined
    ? observed?.kind === 'personal' || NEEDING.includes(state)
    : declared.kind === 'personal';
}
