import { Breach } from '../model/policyBreaches';
import { neverHappens, roleWord, Words } from './Words';

/** How a token breaks the policy, in a sentence. */
export function breachSentence(breach: Breach, { t, formats }: Words): string {
  switch (breach.code) {
    case 'NEVER_EXPIRES':
      return t('policy.breach.neverExpires');
    case 'LIVES_TOO_LONG': {
      const params = {
        days: formats.days(breach.days),
        maxDays: formats.days(breach.maxDays),
      };
      return breach.sinceNow
        ? t('policy.breach.leftTooLong', params)
        : t('policy.breach.livesTooLong', params);
    }
    case 'ROLE_TOO_HIGH':
      return t('policy.breach.roleTooHigh', {
        found: roleWord(breach.found, t),
        maxRole: roleWord(breach.maxRole, t),
      });
    case 'SCOPES_NOT_ALLOWED':
      return t('policy.breach.scopesNotAllowed', {
        count: breach.scopes.length,
        scopes: formats.list(breach.scopes),
      });
    default:
      return neverHappens(breach);
  }
}
