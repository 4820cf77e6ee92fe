import {
  roleSchema,
  scopesOfKind,
  TOKEN_KINDS,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { z } from 'zod';

/** The kinds that can be a portal's credential: deploy tokens are not accepted by GitLab's API. */
const credentialKind = z.enum(
  TOKEN_KINDS.filter(kind => !kind.endsWith('-deploy')),
);

const scopes = z.array(z.string()).min(1);

const credential = z
  .strictObject({
    kind: credentialKind.optional(),
    owner: z.string().min(1).optional(),
    name: z.string().min(1).optional(),
    role: roleSchema.optional(),
    scopes: scopes.optional(),
  })
  .superRefine((value, context) => {
    const allowed = scopesOfKind(value.kind ?? 'personal');
    value.scopes?.forEach((scope, index) => {
      if (!allowed.includes(scope)) {
        context.addIssue({
          code: 'invalid_value',
          path: ['scopes', index],
          values: [...allowed],
          input: scope,
        });
      }
    });
  });

const days = z.number().int().min(1).max(3650);

const policy = z
  .strictObject({
    warnDays: days.default(30),
    criticalDays: days.default(7),
    maxLifetimeDays: days.optional(),
    maxRole: roleSchema.optional(),
    allowedScopes: scopes.optional(),
  })
  .refine(({ warnDays, criticalDays }) => criticalDays <= warnDays, {
    path: ['criticalDays'],
    message: 'a number not above warnDays',
  });

const environment = z.strictObject({
  title: z.string().min(1).optional(),
  file: z
    .string()
    .regex(/^[^/\\]+\.ya?ml$/, 'the name of a .yaml file in sops.directory'),
  host: z.string().min(1).optional(),
  credential: credential.default({}),
  policy: policy.default({ warnDays: 30, criticalDays: 7 }),
});

/** The keys under `gitlabTokens`; `config.d.ts` describes the same for Backstage. */
export const gitlabTokensSchema = z
  .strictObject({
    environment: z.string(),
    sops: z.strictObject({ directory: z.string().min(1) }),
    environments: z.record(
      z.string().regex(/^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/, {
        message: 'lower-case letters, digits and dashes',
      }),
      environment,
    ),
    inspection: z.strictObject({ schedule: z.looseObject({}) }).optional(),
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
