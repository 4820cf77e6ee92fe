import { InputError } from '@backstage/errors';
import { Delivery } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { z } from 'zod';

/**
 * A delivery's own keys, as its target knows them.
 *
 * @throws InputError which names the first wrong key
 */
export function parseDelivery<Settings>(
  schema: z.ZodType<Settings>,
  delivery: Delivery,
): Settings {
  const result = schema.safeParse(delivery);
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  const what =
    issue.code === 'unrecognized_keys'
      ? `there is no such key as ${issue.keys.join(', ')}`
      : `${issue.path.join('.')}: ${issue.message}`;
  throw new InputError(
    `The delivery to ${delivery.target} is not as it must be: ${what}`,
  );
}
