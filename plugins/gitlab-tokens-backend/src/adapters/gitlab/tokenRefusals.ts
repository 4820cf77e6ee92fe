import { KnownRefusal } from './Meaning';

/** GitLab's words about credentials and tokens. Source: GitLab 18.9; older wordings as noted. */
export const TOKEN_REFUSALS: KnownRefusal[] = [
  {
    words: /^Token is expired/,
    meaning: {
      code: 'GATEWAY_CREDENTIAL_EXPIRED',
      words: 'the token has expired',
    },
  },
  {
    words: /^Token was revoked/,
    meaning: {
      code: 'GATEWAY_CREDENTIAL_REVOKED',
      words: 'the token was revoked',
    },
  },
  {
    words: /^Token is an impersonation token/,
    meaning: {
      code: 'GATEWAY_CREDENTIAL_REJECTED',
      words:
        'it is an impersonation token, and impersonation is disabled on this instance',
    },
  },
  {
    words: /^DPoP validation error/,
    meaning: {
      code: 'GATEWAY_CREDENTIAL_REJECTED',
      words: 'its user demands DPoP proofs, which a portal cannot give',
    },
  },
  {
    words: /^insufficient_(granular_)?scope$/,
    meaning: {
      code: 'GATEWAY_INSUFFICIENT_SCOPE',
      words: 'the scopes of the token do not cover this',
    },
  },
  {
    words: /^403 Forbidden - Your account (has been|is|must|needs|was)\b/,
    meaning: {
      code: 'GATEWAY_FORBIDDEN',
      words:
        'the account of the token is blocked, deactivated or not confirmed',
    },
  },
  {
    words:
      /User does not have permission to create (project|group) access token/,
    meaning: {
      code: 'GATEWAY_NOT_PERMITTED',
      words:
        'this credential may not create such a token there. GitLab does not say which it is: its role is too low (it takes Owner of the group, Maintainer of the project), it is the token of a bot, GitLab.com’s plan has no such tokens, or the top-level group forbids them',
    },
  },
  {
    words: /permissions not held by the (creating )?user/,
    meaning: {
      code: 'GATEWAY_NOT_PERMITTED',
      words:
        'the role of the token is not below or equal to that of the credential; Planner and Security Manager can be given only by an Owner or by one who has that very role',
    },
  },
  {
    words: /Token already revoked/,
    meaning: {
      code: 'GATEWAY_ALREADY_REVOKED',
      words: 'the token is revoked already and cannot be rotated',
    },
  },
  {
    words: /Not permitted to revoke|cannot delete/,
    meaning: {
      code: 'GATEWAY_NOT_PERMITTED',
      words: 'this credential may not revoke that token',
    },
  },
  {
    words: /Failed to find bot user/,
    meaning: {
      code: 'GATEWAY_NOT_PERMITTED',
      words:
        'the bot of that token is no longer a member, so that the token cannot be revoked there; revoke it by an administrator',
    },
  },
  {
    words: /requires token type to be a personal access token/,
    meaning: {
      code: 'GATEWAY_NOT_PERMITTED',
      words: 'this takes a personal, group or project access token',
    },
  },
  {
    // Before 16.11: "Expires at must expire in 365 days".
    words: /Expiration date must be before|must expire in \d+ days/,
    meaning: {
      code: 'GATEWAY_INVALID_REQUEST',
      words: 'the expiry is later than this instance allows',
    },
  },
  {
    words: /expires_at is missing|expires_at.*can't be blank/,
    meaning: {
      code: 'GATEWAY_INVALID_REQUEST',
      words: 'this instance demands an expiry',
    },
  },
  {
    words: /already been taken/,
    meaning: {
      code: 'GATEWAY_CONFLICT',
      words: 'something of that name is there already',
    },
  },
];
