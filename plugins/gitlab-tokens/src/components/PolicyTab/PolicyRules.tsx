import { Policy } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { roleWord } from '../../words/Words';
import { Fact, FactList } from '../FactList';

/** What a policy says, also where it says nothing. */
export function PolicyRules(props: { policy: Policy }) {
  const { policy } = props;
  const { maxLifetimeDays, maxRole, allowedScopes } = policy;
  const { t, formats } = useWords();
  const daysBefore = (days: number) =>
    t('policy.daysBefore', { days: formats.days(days) });
  const rules: [label: string, value: string][] = [
    [
      t('policy.maxLifetime'),
      maxLifetimeDays === undefined
        ? t('policy.anyLifetime')
        : formats.days(maxLifetimeDays),
    ],
    [t('policy.maxRole'), maxRole ? roleWord(maxRole, t) : t('policy.anyRole')],
    [
      t('policy.allowedScopes'),
      allowedScopes ? formats.list(allowedScopes) : t('policy.anyScopes'),
    ],
    [t('policy.warning'), daysBefore(policy.warnDays)],
    [t('policy.critical'), daysBefore(policy.criticalDays)],
  ];
  return (
    <FactList>
      {rules.map(([label, value]) => (
        <Fact key={label} label={label}>
          {value}
        </Fact>
      ))}
    </FactList>
  );
}
