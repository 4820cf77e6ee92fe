/** Every finding: in one line for the summary, what is the matter, and what to do where no action here puts it right. */
export const findingMessages = {
  missingScope: {
    short: '{{environment}} lacks {{scopes}}',
    what: 'The token lacks {{scopes}}, which the configuration declares.',
    byHand:
      'GitLab cannot add a scope to a token: create a new one there with all declared scopes and put it into {{file}} with sops edit.',
  },
  surplusScope: {
    short: '{{environment}} has {{scopes}} and should not',
    what: 'The token has {{scopes}}, which is not declared or not allowed by the policy.',
    byHand:
      'Replace the token with one that has only the scopes that are declared and allowed, or declare what it needs.',
  },
  roleTooLow: {
    short: '{{environment}} is {{found}} instead of {{expected}}',
    what: 'The role is {{found}}; {{expected}} is declared.',
    byHand: 'Replace the token with one that has the role {{expected}}.',
  },
  roleTooHigh: {
    short: '{{environment}} is {{found}} instead of {{expected}}',
    what: 'The role is {{found}}; {{expected}} is declared.',
    byHand:
      'Replace the token with one that has the role {{expected}}: it can do more than it needs.',
  },
  roleAbovePolicy: {
    short: '{{environment}} is {{found}}, above the policy',
    what: 'The role is {{found}}; the policy allows {{expected}} at most.',
    byHand:
      'Replace the token with one that has the role {{expected}} or less.',
  },
  wrongKind: {
    short: '{{environment}} runs on a {{found}}',
    what: 'It is a {{found}}; a {{expected}} is declared.',
    byHand:
      'Replace the token with a {{expected}}, or correct the declaration.',
  },
  wrongName: {
    short: '{{environment}} runs on a token of another name',
    what: 'The token is called “{{found}}”; “{{expected}}” is declared.',
    byHand:
      'Make sure that the right token is in {{file}}, or correct the declared name.',
  },
  wrongOwner: {
    short: '{{environment}} belongs to another owner',
    what: 'The token belongs to {{found}}; {{expected}} is declared.',
    byHand:
      'Replace it with a token of {{expected}}, or correct the declared owner.',
  },
  notMember: {
    short: '{{environment}} has no access to {{expected}}',
    what: 'The token has no access to {{expected}}, the declared owner.',
    byHand:
      'Replace it with a token of {{expected}}, or correct the declared owner.',
  },
  noExpiry: {
    short: '{{environment}} never expires',
    what: 'The token never expires.',
    byHand:
      'Replace it with a token that expires: a leaked one would stay valid until somebody notices.',
  },
  lifetimeTooLong: {
    short: '{{environment}} lives longer than the policy allows',
    what: 'The token lives for {{days}}; the policy allows {{maxDays}}.',
    byHand: 'Replace it with a token that lives for {{maxDays}} at most.',
  },
  expiresSoon: {
    short: '{{environment}} expires {{expiry}}',
    what: 'The token expires on {{date}}, {{expiry}}.',
    byHand:
      'Create a new token in GitLab and put it into {{file}} before then: the portal of this environment stops reaching GitLab at 00:00 UTC of that day.',
  },
  hasExpired: {
    short: '{{environment}} has expired',
    what: 'The token expired on {{date}}.',
    byHand:
      'Create a new token in GitLab, put it into {{file}} and restart the portal of this environment.',
  },
  unused: {
    short: '{{environment}} is not used',
    what: 'The token was last used {{lastUsed}}.',
    byHand:
      'Find out whether this environment still needs it. If it does not, revoke it.',
  },
  neverUsed: {
    short: '{{environment}} was never used',
    what: 'The token has never been used, {{days}} after it was created.',
    byHand:
      'Find out whether this environment still needs it. If it does not, revoke it.',
  },
  tokenInClear: {
    short: 'the token of {{environment}} is not encrypted',
    what: 'The token stands in {{file}} outside the encryption.',
    byHand:
      'Treat it as leaked: let the encryption rule cover it (encrypted_regex), encrypt the file again with sops, and replace the token then.',
  },
  brokerMissing: {
    short: '{{environment}} has no broker',
    what: 'There is no broker: tokens of this environment cannot be managed from here.',
    byHand:
      'To manage them, add gitlabTokens.broker.token to {{file}}: a token of an Owner of the group or a Maintainer of the project.',
  },
  brokerCannotManage: {
    short: 'the broker of {{environment}} cannot manage tokens',
    what: 'The broker may not create the token that is declared here.',
    byHand:
      'As the broker in {{file}}, use a personal or service account token that has not expired, with the scope api, of an Owner of the group or a Maintainer of the project.',
  },
  sharedByEnvironments: {
    short: '{{environment}} shares its token with {{environments}}',
    what: 'The same token is used by {{environments}}.',
    byHand:
      'Create a token of its own for this environment in GitLab and put it into {{file}}. Rotating the shared one would end it for the others.',
  },
} as const;

/** What to do where an action of the card puts it right. */
export const adviceMessages = {
  /** A rotation, by finding: only the mode overlap changes more than value and expiry. */
  rotate: {
    missingScope:
      'GitLab cannot add a scope to a token. Rotate it with overlap: the new one has all declared scopes.',
    surplusScope:
      'Rotate it with overlap: the new token has the declared scopes only. Or declare what it needs.',
    roleTooLow:
      'Rotate it with overlap: the new token has the role {{expected}}.',
    roleTooHigh:
      'It can do more than it needs. Rotate it with overlap: the new token has the role {{expected}}.',
    roleAbovePolicy:
      'It can do more than it may. Rotate it with overlap: the new token has the declared role.',
    wrongKind:
      'Rotate it with overlap: the new token is a {{expected}}. Or correct the declaration.',
    wrongName:
      'Rotate it with overlap: the new token has the declared name. Or correct the declaration.',
    wrongOwner:
      'Rotate it with overlap: the new token belongs to {{expected}}. Or correct the declared owner.',
    notMember:
      'Rotate it with overlap: the new token belongs to {{expected}}. Or correct the declared owner.',
    noExpiry:
      'Rotate it: the new token expires. A leaked one that never does stays valid until somebody notices.',
    lifetimeTooLong: 'Rotate it: the new token lives for {{maxDays}} at most.',
    expiresSoon:
      'Rotate it before then: the portal of this environment stops reaching GitLab at 00:00 UTC of that day.',
    hasExpired: 'Rotate it: a new token is made and put where it is used.',
  },
  /** A rotation, by state. */
  rotateState: {
    expired: 'Rotate it: a new token is made and put where it is used.',
    revoked:
      'Find out who revoked it and why. Then rotate it: a new token is made and put where it is used.',
    missing:
      'Press “{{button}}”: the declared token is made and put where it is used.',
  },
  paste:
    'Press “{{button}}”: it leads to GitLab’s form with the declared name and scopes filled in, and writes the token that you paste to {{file}}.',
  ask: 'Whoever has the permission {{permission}} can put this right from here.',
} as const;
