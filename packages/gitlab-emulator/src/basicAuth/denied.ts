/** What GitLab says to wrong, expired and revoked credentials alike. */
export function deniedWords(helpUrl: string): string {
  return [
    'HTTP Basic: Access denied.',
    "If a password was provided for Git authentication, the password was incorrect or you're required to use a token instead of a password.",
    'If a token was provided, it was either incorrect, expired, or improperly scoped.',
    `See ${helpUrl}`,
  ].join(' ');
}
