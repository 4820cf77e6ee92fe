import { z } from 'zod';
import { durationSchema } from './duration';
import { environmentSchema } from './environmentSchema';

const schedule = z.strictObject({ schedule: z.looseObject({}) });

const recipient = z
  .string()
  .regex(/^age1[0-9a-z]+$/, 'an age recipient, which begins with age1');

/** The keys under `gitlabTokens`; `config.d.ts` describes the same for Backstage. */
export const gitlabTokensSchema = z
  .strictObject({
    environment: z.string(),
    sops: z.strictObject({ directory: z.string().min(1) }),
    environments: z.record(
      z.string().regex(/^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/, {
        message: 'lower-case letters, digits and dashes',
      }),
      environmentSchema,
    ),
    escrow: z
      .strictObject({ recipients: z.array(recipient).min(1) })
      .optional(),
    inspection: schedule.optional(),
    inventory: schedule.optional(),
    operations: z
      .strictObject({ settleTime: durationSchema.optional() })
      .optional(),
    requests: z
      .strictObject({
        perMinute: z.number().int().min(10).optional(),
        concurrency: z.number().int().min(1).max(32).optional(),
      })
      .optional(),
  })
  .superRefine((value, context) => {
    const names = Object.keys(value.environments);
    if (!names.includes(value.environment)) {
      context.addIssue({
        code: 'invalid_value',
        path: ['environment'],
        values: names,
        input: value.environment,
      });
    }
  });
