/** What the dialogs have in common. */
export const dialogMessages = {
  close: 'Close',
  back: 'Back',
  cancel: 'Cancel',
  sending: 'Sending…',
} as const;

export const expiryFieldMessages = {
  legend: 'Expiry',
  preset: '{{days}}',
  most: '{{days}} (most)',
  dateLabel: 'Expires on',
  hint: 'The token stops working at 00:00 UTC of this day. Latest: {{last}}.',
  hintUnlimited: 'The token stops working at 00:00 UTC of this day.',
} as const;

export const rotateDialogMessages = {
  titleCredential: 'Rotate the credential of {{environment}}',
  titleToken: 'Rotate “{{name}}”',
  confirm: 'Rotate now',
} as const;

export const revokeDialogMessages = {
  title_one: 'Revoke {{count}} token',
  title_other: 'Revoke {{count}} tokens',
  titleOne: 'Revoke “{{name}}”',
  list: 'What stops',
  confirm_one: 'Revoke {{count}} token',
  confirm_other: 'Revoke {{count}} tokens',
  cannot: 'Cannot be revoked: {{reason}}',
  typeName: 'Type “{{environment}}” to confirm',
  typeNameHint: 'The portal of {{environment}} loses its credential.',
  nameNeeded:
    'The portal of {{environment}} runs on this by now: type its name.',
  none: 'None of them can be revoked.',
  results: 'What became of them',
  revoked: 'revoked',
  underWay: 'under way',
  notRevoked: 'not revoked',
} as const;

export const issueDialogMessages = {
  title: 'Issue a token',
  environment: 'Environment',
  kind: 'Kind',
  owner: 'Owner',
  ownerHint: {
    group: 'Full path of the group, such as example-org/payments',
    project: 'Full path of the project, such as example-org/payments/api',
    user: 'User name',
  },
  name: 'Name',
  nameHint: 'Say what it is for: the name is all that people see of it later.',
  purpose: 'CI',
  role: 'Role',
  roleTooHigh: '{{role}} (above the policy, which allows {{most}} at most)',
  scopes: 'Scopes',
  scopeForbidden: 'The policy does not allow it.',
  scopesNeeded: 'Choose at least one scope.',
  fieldNeeded: 'This is needed.',
  keyWrong: 'Letters, digits and underscores, at most 255.',
  plan: 'Show the plan',
  planning: 'Planning…',
  confirm: 'Issue now',
  group: {
    read: 'Read',
    write: 'Write',
    registry: 'Container registry',
    packages: 'Packages',
    administration: 'Administration',
  },
  kindHelp: {
    personal:
      'Acts as a person. GitLab lets only administrators make it for somebody.',
    impersonation:
      'Acts as a person without their knowledge of it. Only administrators can make it.',
    group:
      'Acts as a bot with a role in the group and all its projects. It ends with the group.',
    project: 'Acts as a bot with a role in this one project.',
    'service-account':
      'Acts as a service account, which no person stands behind. Needs a paid plan of GitLab.',
    'group-deploy':
      'Clones repositories and reads registries of the group’s projects. It cannot use the API.',
    'project-deploy':
      'Clones this repository and uses its registries. It cannot use the API.',
  },
} as const;

/** What each scope allows, in one clause. */
export const scopeHelpMessages = {
  api: 'everything that its user may do, registries included',
  read_api: 'read everything through the API',
  read_user: 'read the profile of its user',
  read_repository: 'clone and pull',
  write_repository: 'clone, pull and push',
  read_registry: 'pull container images',
  write_registry: 'push container images',
  read_virtual_registry: 'pull through the dependency proxy',
  write_virtual_registry: 'pull through and clear the dependency proxy',
  read_package_registry: 'download packages',
  write_package_registry: 'publish packages',
  create_runner: 'create runners',
  manage_runner: 'manage runners',
  k8s_proxy: 'call Kubernetes through agents',
  self_rotate: 'rotate itself',
  mcp: 'use GitLab’s MCP server',
  granular: 'what its fine-grained permissions say',
  read_observability: 'read observability data',
  write_observability: 'write observability data',
  ai_features: 'use GitLab Duo',
  sudo: 'act as any user, as an administrator',
  admin_mode: 'administrate, where Admin Mode is on',
  read_service_ping: 'download Service Ping data',
} as const;

export const deliveryFieldMessages = {
  legend: 'Where the value goes',
  target: {
    'ci-variable': 'Into a CI/CD variable',
    reveal: 'Shown once, to you, here',
  },
  where: 'Of a',
  project: 'project',
  group: 'group',
  path: 'Full path',
  key: 'Key',
  environmentScope: 'Environment scope',
  environmentScopeHint: '* is all environments of GitLab',
  protected: 'Protected: only for protected branches and tags',
  masked: 'Masked: hidden in job logs',
} as const;

export const pasteDialogMessages = {
  title: 'Use my own token for {{environment}}',
  first: '1. Make the token in GitLab',
  firstWhat:
    'GitLab lets nobody make a personal token for you. Its form opens with name, description and scopes filled in: choose an expiry and press the button there.',
  open: 'Open GitLab’s form',
  noForm: 'The GitLab host of this environment is not known.',
  second: '2. Paste its value here',
  value: 'Token',
  valueHint:
    'It goes to the backend, which checks it and writes it to {{file}}.',
  show: 'Show the value',
  hide: 'Hide the value',
  confirm: 'Check and use it',
  description: 'For the developer portal, environment {{environment}}',
} as const;

export const revealMessages = {
  title: 'The value of the new token',
  what: 'It is shown once. Keep it where it is used before you close this: after that, nobody can show it again.',
  ask: 'Show the value now',
  asking: 'Asking…',
  value: 'Value',
  username: 'User name',
  use: 'How to use it, with the value filled in',
  show: 'Show',
  hide: 'Hide',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed:
    'The browser did not allow copying: show the value and copy it by hand.',
  gone: 'Nobody can show the value any more: it was shown already, or the operation has ended. If it is needed, revoke this token and issue another.',
  maybeLost:
    'The backend gave no usable answer. Try again: if the value counts as shown by then, it is lost, and you revoke this token and issue another.',
  notYours: 'The value is shown only to whoever asked for the operation.',
} as const;

export const cardActionMessages = {
  label: 'Actions for {{environment}}',
  rotate: 'Rotate…',
  rotateOf: 'Rotate the credential of {{environment}}',
  paste: 'Use my own token…',
  pasteOf: 'Use my own token for {{environment}}',
  running: 'Operation under way',
  runningParked: 'Operation stands still',
} as const;
