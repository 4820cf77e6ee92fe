/** The card on a catalog entity's page. */
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
      'To see which environments’ tokens reach the project of this {{kind}}, add its path to the entity’s YAML:',
  },
} as const;
