/** GitLab's words for kinds of token and roles, and the labels of what a credential has. */
export const kindMessages = {
  personal: 'personal access token',
  impersonation: 'impersonation token',
  group: 'group access token',
  project: 'project access token',
  serviceAccount: 'service account token',
  groupDeploy: 'group deploy token',
  projectDeploy: 'project deploy token',
  unknown: 'unknown kind',
} as const;

export const roleMessages = {
  minimalAccess: 'Minimal Access',
  guest: 'Guest',
  planner: 'Planner',
  reporter: 'Reporter',
  securityManager: 'Security Manager',
  developer: 'Developer',
  maintainer: 'Maintainer',
  owner: 'Owner',
} as const;

export const credentialMessages = {
  host: 'GitLab',
  kind: 'Kind',
  name: 'Name',
  owner: 'Owner',
  actsAs: 'Acts as',
  role: 'Role',
  lastUsed: 'Last used',
  neverUsed: 'never',
  file: 'File',
  scopes: 'Scopes',
  declaredScopes: 'Scopes (declared)',
  noScopes: 'No scopes are known.',
  notKnown: 'not known',
  declared: 'declared',
  declaredHint: 'From the configuration. GitLab has not confirmed it.',
} as const;

export const scopeMessages = {
  granted: '{{scope}}',
  missing: '{{scope}}: declared, but missing',
  surplus: '{{scope}}: surplus',
  declared: '{{scope}}: declared, not confirmed by GitLab',
  more: 'more: {{scopes}}',
  missingMark: 'missing',
  surplusMark: 'surplus',
} as const;

export const expiryMessages = {
  label: 'Expires',
  left: '{{days}} left',
  expired: 'expired',
  never: 'Never expires',
  meter: 'Remaining lifetime of the token',
  meterText: '{{days}} left of {{lifetime}}',
} as const;
