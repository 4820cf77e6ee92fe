/** What each credential state is called, what it means, and what to do about it. */
export const stateMessages = {
  active: {
    label: 'Active',
    meaning: 'GitLab accepts the token, and it does not expire soon.',
    action: 'Nothing to do.',
    short: '{{environment}} is fine',
  },
  expiring: {
    label: 'Expiring',
    meaning: 'GitLab accepts the token, but it expires soon.',
    action:
      'Plan its rotation: the portal of this environment stops reaching GitLab on the day it expires.',
    short: '{{environment}} expires {{expiry}}',
  },
  critical: {
    label: 'Critical',
    meaning: 'GitLab accepts the token, but it expires within days.',
    action:
      'Rotate it now: the portal of this environment stops reaching GitLab on the day it expires.',
    short: '{{environment}} expires {{expiry}}',
  },
  expired: {
    label: 'Expired',
    meaning: 'The token has expired. GitLab refuses it.',
    action:
      'Create a new token in GitLab, put it into {{file}} and restart the portal of this environment.',
    short: '{{environment}} has expired',
  },
  revoked: {
    label: 'Revoked',
    meaning: 'Somebody revoked the token. GitLab refuses it.',
    action:
      'Find out who revoked it and why, then create a new token in GitLab, put it into {{file}} and restart the portal of this environment.',
    short: '{{environment}} was revoked',
  },
  rejected: {
    label: 'Rejected',
    meaning:
      'GitLab refuses the token and does not say that it expired or was revoked.',
    action:
      'Check that the token in {{file}} was made on this GitLab and copied whole, and that its user is not blocked.',
    short: '{{environment}} is rejected by GitLab',
  },
  unreachable: {
    label: 'Unreachable',
    meaning:
      'GitLab gave no usable answer, so nothing new is known about the token.',
    action:
      'Check that this portal can reach GitLab. The next inspection tries again.',
    short: '{{environment}} could not be inspected, GitLab did not answer',
  },
  locked: {
    label: 'Locked',
    meaning:
      'This portal has no key that decrypts {{file}}. That is usual for the environments that it does not run as; what is declared is shown.',
    action:
      'To see this environment here, add a key of this portal to the recipients of {{file}}.',
    short: '{{environment}} is locked',
  },
  missing: {
    label: 'No token',
    meaning: '{{file}} decrypts, but holds no token for GitLab.',
    action:
      'Add the token under integrations.gitlab with sops edit {{file}}, and restart the portal of this environment.',
    short: '{{environment}} has no token',
  },
  invalid: {
    label: 'Invalid file',
    meaning: '{{file}} is missing, malformed or was changed without SOPS.',
    action: 'Restore {{file}} from version control.',
    short: 'the file of {{environment}} cannot be used',
  },
  unknown: {
    label: 'Not inspected',
    meaning: 'The token has not been inspected yet.',
    action: 'Wait for the first inspection, or press Refresh.',
    short: '{{environment}} is not inspected yet',
  },
} as const;
