import { Blocker } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** Why an operation cannot be, and what to do about it, by code. */
export const blockerMessages = {
  BROKER_MISSING: {
    what: 'The SOPS file holds no broker, and the credential itself may not do this.',
    action:
      'Write a token that may manage tokens to gitlabTokens.broker.token of the file with sops edit.',
  },
  BROKER_IS_BOT: {
    what: '{{who}} is the bot of a group or project token, which GitLab lets list and revoke tokens, but not make or rotate them.',
    action: 'Use the token of a person or of a service account as the broker.',
  },
  BROKER_ROLE_TOO_LOW: {
    what: '{{who}} has not the role that this takes, or does not see what it is about.',
    action: 'Give its user that role in GitLab, or use another broker.',
  },
  BROKER_ROLE_BELOW_TOKEN: {
    what: '{{who}} cannot give the new token this role.',
    action: 'Give the token another role, or use a broker with a higher one.',
  },
  BROKER_SCOPE_TOO_NARROW: {
    what: '{{who}} lacks the scope api, which managing tokens takes.',
    action:
      'Write a token with the scope api to gitlabTokens.broker.token of the SOPS file.',
  },
  BROKER_NOT_ADMINISTRATOR: {
    what: '{{who}} is no administrator; only administrators may do this.',
    action:
      'Do it in GitLab, or use the token of an administrator as the broker.',
  },
  BROKER_REJECTED: {
    what: 'GitLab does not accept the broker.',
    action:
      'Create a new one in GitLab and write it to the SOPS file with sops edit.',
  },
  BROKER_UNKNOWN: {
    what: 'GitLab did not answer when the broker was looked at.',
    action: 'Check that this portal can reach GitLab, then try again.',
  },
  NOT_ON_THIS_GITLAB: {
    what: 'This edition or plan of GitLab has no such tokens.',
    action: 'Use a group or project token instead.',
  },
  DEPLOY_TOKENS_CANNOT_ROTATE: {
    what: 'GitLab cannot rotate deploy tokens.',
    action: 'Use overlap: a new one is made, and the old one is deleted.',
  },
  TOKEN_CANNOT_ROTATE_ITSELF: {
    what: 'To rotate itself, the token needs the scope api or self_rotate.',
    action: 'Declare the scope self_rotate for the next token.',
  },
  TOKEN_REVOKED: {
    what: 'The token is revoked already.',
    action: 'Nothing is left to end; issue a new token where one is needed.',
  },
  TOKEN_EXPIRED: {
    what: 'GitLab does not accept the token any more, so that it cannot rotate itself.',
    action: 'Use a broker, or make a new token in GitLab.',
  },
  PERSONAL_TOKENS_ARE_MADE_BY_HAND: {
    what: 'GitLab has no API that makes a personal token for somebody, except for administrators.',
    action:
      'Make the token in GitLab and paste it here: it is checked and put into the SOPS file.',
  },
  FILE_LOCKED: {
    what: 'The SOPS file cannot be opened here.',
    action:
      'Give this portal a key of the file, or do it where the portal of the environment runs.',
  },
  FILE_INVALID: {
    what: 'The SOPS file is missing, malformed or was changed without SOPS.',
    action: 'Restore it from version control.',
  },
  ESCROW_MISSING: {
    what: 'A new value could not be kept safe on its way: the file has no age recipient who can open it alone, and gitlabTokens.escrow.recipients names none.',
    action:
      'Add an age recipient to the file with sops updatekeys, or name one in gitlabTokens.escrow.recipients.',
  },
  VALUE_NOT_MASKABLE: {
    what: 'GitLab cannot mask the tokens of this instance in a variable. The value was not sent.',
    action:
      'Deliver with raw: true, or let an administrator give the instance a token prefix of letters, digits and dashes.',
  },
  NO_DELIVERY: {
    what: 'Nothing says where the new value should go.',
    action: 'Choose a delivery, such as a CI/CD variable.',
  },
  TARGET_UNUSABLE: {
    what: 'The value cannot be delivered there.',
    action: 'Choose another delivery, or correct this one.',
  },
  TOKEN_GONE: {
    what: 'GitLab does not have this token any more.',
    action: 'Issue a new one; the list of tokens follows by itself.',
  },
} as const satisfies Record<Blocker, { what: string; action: string }>;

/** The same with the facts that make them exact. */
export const blockerFactMessages = {
  broker: 'The broker',
  credential: 'The credential',
  named: '{{who}} ({{username}})',
  noMember: '{{who}} is no member there; this needs at least {{needed}}.',
  roleTooLow: '{{who}} is {{role}} there; this needs at least {{needed}}.',
  roleBelowToken: '{{who}} is {{role}} and cannot give the role {{wanted}}.',
  scopeTooNarrow:
    '{{who}} has the scopes {{scopes}}; managing tokens needs api.',
  expired: '{{who}} has expired on {{date}}.',
  cannotRotateItself:
    'The token has the scopes {{scopes}}; to rotate itself it needs api or self_rotate.',
} as const;
