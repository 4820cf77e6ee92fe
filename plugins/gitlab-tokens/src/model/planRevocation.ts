import { RevocationPlanList } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

type Item = RevocationPlanList['items'][number];

/** Those of the plans against which nothing stands. */
export function revocableOf({ items }: RevocationPlanList): Item[] {
  return items.filter(({ plan }) => plan.blockers.length === 0);
}

/** The environments whose portals lose their credential, each once. */
export function losersOf(items: readonly Item[]): string[] {
  return [
    ...new Set(
      items.flatMap(({ plan }) => [
        ...(plan.isCredential ? [plan.environment] : []),
        ...plan.otherEnvironments,
      ]),
    ),
  ];
}
