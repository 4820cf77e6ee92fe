import {
  isDeployKind,
  roleSchema,
  scopesOfKind,
  TOKEN_KINDS,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { z } from 'zod';
import {
  checkRotationDays,
  rotationSchema,
  rotationSettings,
} from './rotationSchema';

/** The kinds that can be a portal's credential: deploy tokens are not accepted by GitLab's API. */
const credentialKind = z.enum(TOKEN_KINDS.filter(kind => !isDeployKind(kind)));

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

const fullPath = z
  .string()
  .regex(
    /^[^/\s]+(\/[^/\s]+)*$/,
    'the full path of a group or project, such as example-org/payments',
  );

const written = z.strictObject({
  title: z.string().min(1).optional(),
  file: z
    .string()
    .regex(/^[^/\\]+\.ya?ml$/, 'the name of a .yaml file in sops.directory'),
  host: z.string().min(1).optional(),
  credential: credential.default({}),
  owners: z.array(fullPath).optional(),
  policy: policy.default({ warnDays: 30, criticalDays: 7 }),
  rotation: rotationSchema.default({}),
});

/** One environment under `gitlabTokens.environments`, with what is left out filled in. */
export const environmentSchema = written.transform((value, context) => {
  const { maxLifetimeDays } = value.policy;
  const rotation = rotationSettings(value.rotation, maxLifetimeDays);
  checkRotationDays(rotation, maxLifetimeDays, context);
  return { ...value, owners: value.owners ?? ownersOf(value), rotation };
});

/** Whoever runs on a group's or project's token may manage that group's or project's tokens. */
function ownersOf({ credential: it }: z.output<typeof written>): string[] {
  const isResource = it.kind === 'group' || it.kind === 'project';
  return isResource && it.owner ? [it.owner] : [];
}
