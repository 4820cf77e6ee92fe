import {
  builtInDeliverySchema,
  Delivery,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** The delivery targets of which this plugin knows the keys. Others come from modules, and read their own keys. */
export const BUILT_IN_TARGETS: readonly string[] =
  builtInDeliverySchema.options.map(each => each.shape.target.value);

type DeliveryError = NonNullable<
  ReturnType<typeof builtInDeliverySchema.safeParse>['error']
>;

/** What is wrong with the keys of a delivery to a target of this plugin; nothing for the targets of modules. */
export function deliveryIssues(delivery: Delivery): DeliveryError['issues'] {
  return BUILT_IN_TARGETS.includes(delivery.target)
    ? builtInDeliverySchema.safeParse(delivery).error?.issues ?? []
    : [];
}
