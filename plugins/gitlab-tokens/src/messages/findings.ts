/** Every finding: in one line for the summary, what is the matter, and what to do about it. */
export const findingMessages = {
  missingScope: {
    short: '{{environment}} lacks {{scopes}}',
    what: 'The token lacks {{scopes}}, which the configuration declares.',
    action:
      'GitLab cannot add a scope to a token: create a new one with all declared scopes and replace the value in {{file}}.',
  },
  surplusScope: {
    short: '{{environment}} has {{scopes}} and should not',
    what: 'The token has {{scopes}}, which is not declared or not allowed by the policy.',
    action:
      'Replace the token with one that has the declared scopes only, or declare what it needs.',
  },
  roleTooLow: {
    short: '{{environment}} is {{found}} instead of {{expected}}',
    what: 'The role is {{found}}; {{expected}} is declared.',
    action: 'Replace the token with one that has the role {{expected}}.',
  },
  roleTooHigh: {
    short: '{{environment}} is {{found}} instead of {{expected}}',
    what: 'The role is {{found}}; {{expected}} is declared.',
    action:
      'Replace the token with one that has the role {{expected}}: it can do more than it needs.',
  },
  roleAbovePolicy: {
    short: '{{environment}} is {{found}}, above the policy',
    what: 'The role is {{found}}; the policy allows {{expected}} at most.',
    action:
      'Replace the token with one that has the role {{expected}} or less.',
  },
  wrongKind: {
    short: '{{environment}} runs on a {{found}}',
    what: 'It is a {{found}}; a {{expected}} is declared.',
    action:
      'Replace the token with a {{expected}}, or correct the declaration.',
  },
  wrongName: {
    short: '{{environment}} runs on a token of another name',
    what: 'The token is called “{{found}}”; “{{expected}}” is declared.',
    action:
      'Make sure that the right token is in {{file}}, or correct the declared name.',
  },
  wrongOwner: {
    short: '{{environment}} belongs to another owner',
    what: 'The token belongs to {{found}}; {{expected}} is declared.',
    action:
      'Replace it with a token of {{expected}}, or correct the declared owner.',
  },
  notMember: {
    short: '{{environment}} has no access to {{expected}}',
    what: 'The token has no access to {{expected}}, the declared owner.',
    action:
      'Replace it with a token of {{expected}}, or correct the declared owner.',
  },
  noExpiry: {
    short: '{{environment}} never expires',
    what: 'The token never expires.',
    action:
      'Replace it with a token that expires: a leaked one would stay valid until somebody notices.',
  },
  lifetimeTooLong: {
    short: '{{environment}} lives longer than the policy allows',
    what: 'The token lives for {{days}}; the policy allows {{maxDays}}.',
    action: 'Replace it with a token that lives for {{maxDays}} at most.',
  },
  expiresSoon: {
    short: '{{environment}} expires {{expiry}}',
    what: 'The token expires on {{date}}, {{expiry}}.',
    action:
      'Replace it before then: the portal of this environment stops reaching GitLab at 00:00 UTC of that day.',
  },
  hasExpired: {
    short: '{{environment}} has expired',
    what: 'The token expired on {{date}}.',
    action:
      'Create a new token in GitLab, put it into {{file}} and restart the portal of this environment.',
  },
  unused: {
    short: '{{environment}} is not used',
    what: 'The token was last used {{lastUsed}}.',
    action:
      'Find out whether this environment still needs it. If it does not, revoke it.',
  },
  neverUsed: {
    short: '{{environment}} was never used',
    what: 'The token has never been used, {{days}} after it was created.',
    action:
      'Find out whether this environment still needs it. If it does not, revoke it.',
  },
  tokenInClear: {
    short: 'the token of {{environment}} is not encrypted',
    what: 'The token stands in {{file}} outside the encryption.',
    action:
      'Treat it as leaked: replace it, let the encryption rule cover it (encrypted_regex), and encrypt the file again with sops.',
  },
  brokerMissing: {
    short: '{{environment}} has no broker',
    what: 'There is no broker: tokens of this environment cannot be managed from here.',
    action:
      'To manage them, add gitlabTokens.broker.token to {{file}}: a token of an Owner of the group or a Maintainer of the project.',
  },
  brokerCannotManage: {
    short: 'the broker of {{environment}} cannot manage tokens',
    what: 'The broker is a group or project token; GitLab does not let those create tokens.',
    action:
      'Use a personal or service account token of an Owner of the group or a Maintainer of the project as the broker in {{file}}.',
  },
  sharedByEnvironments: {
    short: '{{environment}} shares its token with {{environments}}',
    what: 'The same token is used by {{environments}}.',
    action:
      'Give every environment its own token, so that one can be revoked without stopping the other.',
  },
} as const;
