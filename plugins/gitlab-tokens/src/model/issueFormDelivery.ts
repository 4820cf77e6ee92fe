import {
  Delivery,
  ciVariableDeliverySchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** Where a value goes, as it is typed in. */
export type DeliveryForm = {
  target: 'ci-variable' | 'reveal';
  owner: 'project' | 'group';
  path: string;
  key: string;
  environmentScope: string;
  protected: boolean;
  masked: boolean;
};

/** What a form begins with. */
export const NEW_DELIVERY: DeliveryForm = {
  target: 'ci-variable',
  owner: 'project',
  path: '',
  key: '',
  environmentScope: '*',
  protected: true,
  masked: true,
};

/** The request's `deliver`. */
export function deliverOf(form: DeliveryForm): Delivery[] {
  return form.target === 'reveal'
    ? [{ target: 'reveal' }]
    : [
        {
          target: 'ci-variable',
          [form.owner]: form.path.trim(),
          key: form.key,
          environmentScope: form.environmentScope.trim() || '*',
          protected: form.protected,
          masked: form.masked,
        },
      ];
}

/** The fields of the variable that are not as GitLab takes them. */
export function wrongDeliveryFields(form: DeliveryForm): ('path' | 'key')[] {
  if (form.target !== 'ci-variable') {
    return [];
  }
  const [delivery] = deliverOf(form);
  const parsed = ciVariableDeliverySchema.safeParse(delivery);
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map(({ path }) => path[0]);
  return [
    ...(wrong.includes(form.owner) ? ['path' as const] : []),
    ...(wrong.includes('key') ? ['key' as const] : []),
  ];
}
