/** The card and the tab on a catalog entity's page. */
export const entityMessages = {
  title: 'GitLab tokens of the portal',
  subtitle: 'Which environments reach {{target}}, and until when',
  viewAll: 'All environments',
  loading: 'Loading the environments',
  scopes_one: '{{count}} scope',
  scopes_other: '{{count}} scopes',
  expires: 'Expires {{date}} ({{expiry}})',
  expired: 'Expired {{date}}',
  neverExpires: 'Never expires',
  expiryUnknown: 'Expiry not known',
  noEnvironments: 'No environment is configured.',
  detailsOf: 'Details of {{environment}}',
  declaredOnly: 'as declared',
  reach: {
    isOwner: 'Covers this: it belongs to exactly this.',
    covers: 'Covers this: it belongs to {{owner}}.',
    partly: 'Covers a part of this: it belongs to {{owner}}.',
    outside: 'Does not cover this: it belongs to {{owner}}.',
    otherHost: 'Does not cover this: it is for {{host}}.',
    asUser: 'As {{user}}: reaches what that user may.',
    asSomeUser: 'As a user: reaches what that user may.',
    unknown: 'Whether it covers this cannot be told from here.',
  },
  missing: {
    title: 'No GitLab project',
    description:
      'To see the tokens of its project, and which environments reach it, add the project’s path to the YAML of this {{kind}}:',
  },
} as const;

/** The tab with the tokens of the entity's project or group. */
export const entityTokensMessages = {
  title: 'Tokens of {{target}}',
  caption: 'Tokens of {{target}} and of the groups above it, by environment',
  none: 'No active tokens.',
  count_one: '{{count}} active token.',
  count_other: '{{count}} active tokens.',
  next: 'The next to expire is {{name}}: {{date}} ({{expiry}}).',
  noExpiry: 'No coming expiry is known.',
  viewAll: 'Tokens of {{target}}',
  loading: 'Counting the tokens',
  notCounted: 'The tokens of its project could not be counted: {{reason}}',
  inherited: 'inherited from {{owner}}',
  inheritedFromUnknown: 'inherited from a group above',
  inactive_one: 'Show {{count}} expired or revoked token',
  inactive_other: 'Show {{count}} expired and revoked tokens',
  issue: 'Issue a token…',
  reload: 'Reload',
  noEnvironments:
    'The environments could not be loaded, so their policies are not considered here, and how a token is used cannot be told.',
  noOwners: 'Whether the list is complete could not be found out: {{message}}.',
  empty: {
    noTokens: {
      title: 'There are no tokens',
      description:
        'GitLab lists no tokens of {{target}} and of the groups above it, or none that you may see.',
    },
    notListed: {
      title: 'The tokens are not listed yet',
      description:
        'The backend has not yet asked GitLab for the tokens of {{target}}. It does so from time to time.',
    },
    notManaged: {
      title: 'Its tokens are not managed here',
      description:
        'Neither {{target}} nor a group above it is among the owners whose tokens this portal lists. Ask the people who run it to add one of them to the owners of an environment.',
    },
  },
} as const;
