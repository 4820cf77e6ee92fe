import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** Whether the token has a scope, lacks it, has it without need, or whether only the configuration speaks of it. */
export type ScopeMark = 'granted' | 'missing' | 'surplus' | 'declared';

export type MarkedScope = { scope: string; mark: ScopeMark };

function scopesOf(
  environment: Environment,
  code: 'MISSING_SCOPE' | 'SURPLUS_SCOPE',
): string[] {
  return environment.findings.flatMap(finding =>
    finding.code === code ? finding.scopes : [],
  );
}

/** The scopes of an environment's credential, those that the token has first, then those that it lacks. */
export function markedScopes(environment: Environment): MarkedScope[] {
  const { observed, declared } = environment;
  if (!observed) {
    return (declared.scopes ?? []).map(scope => ({ scope, mark: 'declared' }));
  }
  const surplus = new Set(scopesOf(environment, 'SURPLUS_SCOPE'));
  const granted = new Set(observed.scopes);
  const missing = new Set(scopesOf(environment, 'MISSING_SCOPE'));
  return [
    ...observed.scopes.map(
      (scope): MarkedScope => ({
        scope,
        mark: surplus.has(scope) ? 'surplus' : 'granted',
      }),
    ),
    ...[...missing]
      .filter(scope => !granted.has(scope))
      .map((scope): MarkedScope => ({ scope, mark: 'missing' })),
  ];
}
