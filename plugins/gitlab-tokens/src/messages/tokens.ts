/** The tab with every token of the configured owners. */
export const tokensMessages = {
  tab: 'Tokens',
  caption: 'Tokens of the configured groups, projects and people',
  region: 'Tokens, scrolls sideways',
  loading: 'Loading the tokens',
  loadingMore: 'Loading other tokens…',
  refresh: 'Reload',
  listed: 'Listed from GitLab: {{ago}}',
  listedHint:
    'When GitLab last listed the tokens of all owners completely. The backend asks it from time to time.',
  neverListed: 'Not listed from GitLab yet',
  shown: '{{from}}–{{to}} of {{total}} tokens',
  shownAtLeast: '{{from}}–{{to}} of more than {{total}} tokens',
  rowsPerPage: 'Tokens per page',
  nextPage: 'Next page',
  previousPage: 'Previous page',
  export: 'Export as CSV',
  exporting: 'Exporting…',
  exportHint: 'All tokens that match, not only this page',
  exportFailed: 'The tokens could not be exported.',
  stale: 'These tokens could not be loaded. What you see was asked for before.',
  columns: 'Columns',
  column: {
    name: 'Name',
    kind: 'Kind',
    owner: 'Owner',
    role: 'Role',
    scopes: 'Scopes',
    state: 'State',
    expiresAt: 'Expires',
    lastUsedAt: 'Last used',
    createdAt: 'Created',
    username: 'Acts as',
    tokenId: 'Number',
    actions: 'Actions',
  },
  never: 'never',
  noRole: 'none',
  notKnown: 'not known',
  credentialOf: 'Credential of {{environments}}',
  select: 'Select {{name}}',
  selectAll: 'Select all tokens of this page',
  sortBy: 'Sort by',
  turnOrder: {
    asc: 'In rising order; turn it round',
    desc: 'In falling order; turn it round',
  },
  selected_one: '{{count}} token selected',
  selected_other: '{{count}} tokens selected',
  clearSelection: 'Clear selection',
  revokeSelected: 'Revoke…',
  tooMany: 'At most {{most}} tokens can be revoked at once.',
  detailsOf: 'Details of {{name}}',
  actionsOf: 'Actions for {{name}}',
  details: 'Details',
  rotate: 'Rotate…',
  revoke: 'Revoke…',
  isRevoked: 'It is revoked already.',
  permissionPending: 'Finding out whether you may do this…',
} as const;

export const tokenFilterMessages = {
  label: 'Filters',
  search: 'Search',
  searchHint: 'Name, description, user or owner',
  clear: 'Clear filters',
  environment: 'Environment',
  owner: 'Owner',
  ownerHint:
    'With everything below it. Others can be typed, as a full path or a user name, then Enter.',
  kind: 'Kind',
  state: 'State',
  scope: 'Scopes',
  scopeHint: 'Tokens that have all of these',
  role: 'Role',
  expiresWithin: 'Expires within',
  anyTime: 'any time',
  active: 'Active filters',
  chip: '{{filter}}: {{value}}',
  remove: 'Remove the filter {{filter}}',
  states: {
    active: 'Active',
    expired: 'Expired',
    revoked: 'Revoked',
  },
} as const;

export const tokenDetailsMessages = {
  label: 'Details of the token',
  loading: 'Loading the token',
  close: 'Close',
  description: 'Description',
  environment: 'Environment',
  tokenId: 'Number in GitLab',
  username: 'Acts as',
  created: 'Created',
  observed: 'Listed from GitLab',
  credentialOf: 'Credential of',
  entityOwners: 'Owned in the catalog by',
  breaches: 'Breaks the policy',
  operations: 'What was done with it here',
  noOperations: 'Nothing yet.',
  newestOperations: 'The newest {{shown}} of {{total}}.',
  missing: {
    title: 'This token is not there',
    what: 'The inventory has no token of this name, or you may not see it.',
    action:
      'It may have been revoked and forgotten, or its owner is no longer configured.',
  },
} as const;

export const tokenFailureMessages = {
  forbidden: {
    title: 'You may not see the tokens',
    what: 'The backend answered that you lack the permission gitlab-tokens.token.read.',
    action: 'Ask the people who run this portal for it.',
  },
  unreachable: {
    title: 'The tokens cannot be loaded',
    what: 'The backend gave no usable answer ({{message}}).',
    action: 'Check that the backend runs and look into its log.',
  },
} as const;

export const tokenEmptyMessages = {
  noOwners: {
    title: 'No owners are configured',
    description:
      'Tokens are listed of the groups and projects that the environments name as owners, with a broker that may manage them. Add them to app-config.yaml:',
    broker:
      'The broker’s token belongs into the SOPS file of the environment, as gitlabTokens.broker.token.',
  },
  notListed: {
    title: 'The tokens are not listed yet',
    description:
      'The backend has not yet asked GitLab for the tokens of the configured owners. It does so shortly after its start.',
  },
  noTokens: {
    title: 'There are no tokens',
    description:
      'GitLab lists no tokens of the configured owners, or none that you may see.',
  },
  noMatch: {
    title: 'No token matches',
    description: 'There are tokens, but none that passes all filters.',
  },
  noPage: {
    title: 'This page is empty',
    description: 'There are fewer tokens than when this page was asked for.',
    action: 'Go to the first page',
  },
} as const;

export const tokenOwnersMessages = {
  problems_one: 'The tokens of {{count}} owner could not be listed.',
  problems_other: 'The tokens of {{count}} owners could not be listed.',
  since: 'Shown are those of {{ago}}.',
  nothing: 'None of its tokens are shown.',
  owner: '{{owner}} ({{environment}})',
  failed: 'How old the list is could not be found out. {{message}}',
} as const;
