import {
  deliverySchema,
  rotationModeSchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { z } from 'zod';
import { deliveryIssues } from '../domain/builtInDeliveries';
import { RotationSettings } from '../domain/EnvironmentSettings';
import { GITLAB_MAX_DAYS } from '../domain/tokenPolicy';
import { durationSchema } from './duration';

const days = z.number().int().min(1).max(3650);

/** The keys of a target of this plugin are checked here, those of other targets by the targets. */
const delivery = deliverySchema.superRefine((value, context) =>
  deliveryIssues(value).forEach(issue =>
    context.addIssue({ ...issue, input: undefined }),
  ),
);

/** `rotation` of an environment, as it is written. */
export const rotationSchema = z.strictObject({
  expirationDays: days.optional(),
  rotateBeforeDays: days.nullable().optional(),
  mode: rotationModeSchema.optional(),
  gracePeriod: durationSchema.optional(),
  deliver: z.array(delivery).min(1).max(10).optional(),
});

/** What rotation is where nothing is configured, within what the policy allows. */
export function rotationSettings(
  written: z.output<typeof rotationSchema>,
  maxLifetimeDays: number | undefined,
): RotationSettings {
  return {
    expirationDays: Math.min(90, maxLifetimeDays ?? 90),
    rotateBeforeDays: null,
    mode: 'overlap',
    gracePeriod: 10 * 60_000,
    deliver: [{ target: 'sops-file' }],
    ...Object.fromEntries(
      Object.entries(written).filter(([, value]) => value !== undefined),
    ),
  };
}

/** What the days of a rotation must keep to; `context` is that of the environment which holds it. */
export function checkRotationDays(
  { expirationDays, rotateBeforeDays }: RotationSettings,
  maxLifetimeDays: number | undefined,
  context: z.RefinementCtx,
): void {
  const maximum = maxLifetimeDays ?? GITLAB_MAX_DAYS;
  if (expirationDays > maximum) {
    context.addIssue({
      code: 'too_big',
      origin: 'number',
      path: ['rotation', 'expirationDays'],
      maximum,
      input: expirationDays,
    });
  }
  // Otherwise each new token would be rotated on the day it is made.
  if (rotateBeforeDays !== null && rotateBeforeDays >= expirationDays) {
    context.addIssue({
      code: 'custom',
      path: ['rotation', 'rotateBeforeDays'],
      message: `a number below expirationDays, which is ${expirationDays}`,
    });
  }
}
