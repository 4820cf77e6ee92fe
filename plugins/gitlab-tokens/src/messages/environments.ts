/** The page of the environments: its summary, its cards, and what it says when something is missing. */
export const pageMessages = {
  title: 'GitLab tokens',
  subtitle: 'The GitLab token that each environment of this portal runs on',
  environmentsTab: 'Environments',
} as const;

export const summaryMessages = {
  allFine_one: 'The environment needs no attention.',
  allFine_other: 'None of the {{count}} environments needs attention.',
  attention_one:
    '{{count}} of {{total}} environments needs attention: {{reasons}}.',
  attention_other:
    '{{count}} of {{total}} environments need attention: {{reasons}}.',
  attentionOnly: 'The environment needs attention: {{reasons}}.',
  reasonSeparator: '; ',
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
  nextExpiry: 'Next expiry: {{environment}} {{expiry}} ({{date}}).',
  noExpiryKnown: 'No coming expiry is known.',
} as const;

export const refreshMessages = {
  button: 'Refresh',
  hint: 'Ask GitLab now',
  loading: 'Loading the environments',
  running: 'Inspecting all environments…',
  inspected: 'Last inspection: {{ago}}',
  never: 'Not inspected yet',
  failed: 'Refreshing failed. What you see was loaded on {{instant}}.',
} as const;

export const cardMessages = {
  current: 'This portal',
  currentHint: 'This portal runs as this environment.',
  attention: 'Needs attention',
  attentionHint:
    'GitLab accepts the token, but something is wrong with it: see the findings.',
  findings: 'Findings',
  inspected: 'Inspected: {{ago}}',
  notInspected: 'Not inspected yet',
  staleObservation: 'Details are from {{ago}}, when GitLab last gave them.',
  openSettings: 'Open in GitLab',
  openSettingsOf: 'Open in GitLab: token settings of {{environment}}',
  severity: { error: 'Error', warning: 'Warning', info: 'Note' },
} as const;

export const timelineMessages = {
  title: 'Expiry of the tokens',
  description:
    'One lane per environment, from the creation of its token to its expiry. {{lanes}}',
  today: 'Today',
  expires: 'expires {{date}}, {{expiry}}',
  expired: 'expired {{date}}',
  never: 'never expires',
  value: '{{date}}, {{expiry}}',
  lane: '{{environment}}: {{expiry}}.',
  others_one: '{{tokens}} other token, which expires {{expiry}}',
  others_other: '{{tokens}} other tokens, the next expires {{expiry}}',
  othersForever_one: '{{tokens}} other token, which never expires',
  othersForever_other: '{{tokens}} other tokens, none of which expires',
  othersOf: '{{environment}}: {{others}}',
  othersList: 'Other tokens',
  sentence: '{{words}}.',
  later_one: '{{tokens}} expires after {{date}}.',
  later_other: '{{tokens}} expire after {{date}}.',
  forever_one: '{{tokens}} never expires.',
  forever_other: '{{tokens}} never expire.',
  mark_one: '{{tokens}} token expires on {{date}}, {{expiry}}',
  mark_other: '{{tokens}} tokens expire on {{date}}, {{expiry}}',
  marks_one: '{{tokens}} token expires between {{from}} and {{to}}',
  marks_other: '{{tokens}} tokens expire between {{from}} and {{to}}',
  othersFailed:
    'The expiries of the other tokens cannot be loaded ({{message}}). This page tries again by itself.',
  legend: 'Legend',
  legendCritical: 'next {{days}}: critical',
  legendWarning: 'next {{days}}: warning',
  legendCriticalVaries: 'critical period of each policy',
  legendWarningVaries: 'warning period of each policy',
  legendOthers: 'other tokens, with their number',
} as const;

export const failureMessages = {
  retry: 'Try again',
  forbidden: {
    title: 'You may not see the environments',
    what: 'The backend answered that you lack the permission gitlab-tokens.environment.read.',
    action: 'Ask the people who run this portal for it.',
  },
  notFound: {
    title: 'The backend plugin is not there',
    what: 'This portal’s backend has no gitlab-tokens plugin.',
    action:
      'Add @gitlab-tokens/backstage-plugin-gitlab-tokens-backend to the backend, or look into its log if it is there.',
  },
  incompatible: {
    title: 'The backend’s answer was not understood',
    what: 'The frontend and the backend plugin have different versions.',
    action: 'Deploy the same version of both.',
  },
  unreachable: {
    title: 'The environments cannot be loaded',
    what: 'The backend gave no usable answer ({{message}}).',
    action:
      'Check that the backend runs and look into its log. This page tries again by itself.',
  },
} as const;

export const emptyMessages = {
  title: 'No environment is configured',
  description:
    'Add the environments of your portal to app-config.yaml, with the SOPS file that holds the GitLab token of each:',
} as const;
