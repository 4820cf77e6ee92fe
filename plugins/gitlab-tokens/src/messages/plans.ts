/** What is said about operations before they happen. */
export const planMessages = {
  loading: 'The backend makes the plan…',
  newToken: 'What will be made',
  oldToken: 'What will end',
  consequences: 'What follows',
  deliveries: 'Where the value goes',
  calls: 'Requests to GitLab',
  callsHint: 'Each one is sent once.',
  call: '{{purpose}}: {{request}}, by {{by}}',
  purpose: {
    create: 'Create',
    rotate: 'Rotate',
    prove: 'Prove',
    revoke: 'Revoke',
    deliver: 'Deliver',
  },
  by: {
    broker: 'the broker',
    credential: 'the credential',
    newToken: 'the new token',
  },
  token: '“{{name}}”, a {{kind}} of {{owner}}',
  scopes: 'Scopes: {{scopes}}',
  role: 'Role: {{role}}',
  expires: 'Expires: {{date}}',
  neverExpires: 'It never expires.',
  lastUsed: 'Last used: {{ago}}',
  neverUsed: 'It was never used.',
  mode: {
    label: 'How',
    overlap: 'Overlap: a new token first, the old one is revoked afterwards',
    inPlace: 'In place: GitLab rotates the token, and the old value stops',
    notPossible: 'Not possible: {{message}} {{action}}',
  },
  blocked: 'This cannot be done now',
  consequence: {
    OLD_VALUE_STOPS_AT_ONCE:
      'The old value stops working the moment GitLab rotates the token, before the new one is where it is used.',
    OLD_VALUE_STOPS_AFTER_GRACE:
      'The old value works until the new one is proven, and {{grace}} longer. Then it is revoked.',
    OLD_VALUE_STOPS_AFTER_PROOF:
      'The old value works until the new one is proven. Then it is revoked.',
    TOKEN_STOPS_AT_ONCE:
      'The token stops working at once. Whatever uses it is refused by GitLab.',
    OLD_TOKEN_STAYS:
      'The old token stays valid: nobody here may revoke it. Revoke it in GitLab yourself.',
    BOT_USER_CHANGES:
      'The new token acts as another bot user: branch protections and approval rules that name the old one must follow.',
    BOT_USER_STAYS: 'The token keeps its bot user.',
    PORTAL_LOSES_CREDENTIAL:
      'The portal of {{environment}} runs on this token and stops reaching GitLab.',
    OTHER_ENVIRONMENTS_LOSE_CREDENTIAL:
      'Other environments run on the same token and need the new value, too: {{environments}}.',
    WAITS_FOR_MERGE:
      'It waits for the merge request: the old token is retired only after the merge.',
    TOKEN_IS_DELETED: 'A deploy token is deleted: GitLab keeps no trace of it.',
  },
} as const;

/** Why something was refused, where no field can show it. */
export const refusalMessages = {
  permission: 'You lack the permission {{permission}}.',
  forbidden:
    'You may not do this: you lack the permission {{permission}} for it. Ask the people who run this portal.',
  underWay: 'Another operation on the same token is under way.',
  follow: 'Follow it',
  conflict: 'It is not possible any more: something has changed meanwhile.',
  notFound: 'It is not there any more.',
  invalid: 'The request was refused.',
  signedOut:
    'Your session is over, and nothing was begun. Sign in again in another tab, then try again here: what you have entered is kept.',
  unanswered:
    'The backend gave no usable answer. Check that it runs, and try again.',
  maybeStarted:
    'The backend gave no usable answer. It may have begun all the same: look under Activity before you try again.',
  openActivity: 'Look under Activity',
  again: 'Try again',
} as const;

/** What is wrong with a request, by code. */
export const violationMessages = {
  UNKNOWN_ENVIRONMENT:
    'There is no such environment. Choose one of: {{allowed}}.',
  OWNER_NOT_MANAGED:
    'The environment does not manage the tokens of {{found}}. Choose one of: {{allowed}}.',
  OWNER_NOT_MANAGED_AT_ALL:
    'The environment does not manage the tokens of {{found}}.',
  OWNER_UNKNOWN: '“{{found}}” does not exist, or the broker cannot see it.',
  SCOPE_UNKNOWN: 'Tokens of this kind cannot have the scope {{found}}.',
  SCOPE_NOT_ALLOWED:
    'The policy does not allow {{found}}. It allows: {{allowed}}.',
  ROLE_MISSING: 'Choose a role.',
  ROLE_NOT_APPLICABLE: 'Tokens of this kind have no role.',
  ROLE_NOT_ALLOWED:
    'The role is not possible here. Choose one of: {{allowed}}.',
  EXPIRY_IN_PAST:
    'Such a token would not work. The first possible day: {{allowed}}.',
  EXPIRY_TOO_FAR:
    'The policy does not allow that long. The last possible day: {{allowed}}.',
  NAME_EMPTY: 'Give it a name.',
  KIND_NOT_ALLOWED: 'This kind is not possible here; possible: {{allowed}}.',
  DELIVERY_UNKNOWN: 'The backend has no delivery {{found}}.',
  DELIVERY_INVALID: 'This is not a valid place for the value.',
  MODE_NOT_POSSIBLE: 'The token cannot be rotated in this way.',
  TOKEN_MALFORMED:
    'This is not a GitLab token: a part may be missing, or a space too many.',
  TOKEN_NOT_ACCEPTED: 'GitLab does not accept this token.',
  WRONG_KIND: 'It is a {{found}}; needed is a {{allowed}}.',
  WRONG_OWNER: 'It belongs to {{found}}; declared is {{allowed}}.',
  MISSING_SCOPE: 'It lacks scopes: {{allowed}}.',
  NO_EXPIRY: 'It never expires. Make one that does.',
  CONFIRMATION_MISSING: 'Type the names of these environments: {{allowed}}.',
} as const;
