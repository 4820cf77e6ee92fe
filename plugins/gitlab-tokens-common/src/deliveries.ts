import { z } from 'zod';

/** GitLab's rule for the key of a CI/CD variable. */
const variableKey = z
  .string()
  .regex(/^[a-zA-Z0-9_]{1,255}$/, 'letters, digits and underscores');

/**
 * Into the environment's SOPS file, where the portal that runs as the environment reads its credential.
 *
 * @public
 */
export const sopsFileDeliverySchema = z.strictObject({
  target: z.literal('sops-file'),
});

/**
 * Into the environment's SOPS file where it lies in a repository: a branch, one commit and a merge request.
 *
 * @public
 */
export const sopsMergeRequestDeliverySchema = z.strictObject({
  target: z.literal('sops-merge-request'),
  /** Full path of the project. */
  project: z.string().min(1),
  /** Of the file inside the repository. */
  path: z.string().min(1),
  /** The branch that is merged into. */
  branch: z.string().min(1).default('main'),
});

/**
 * Into a CI/CD variable of a project or of a group.
 *
 * @public
 */
export const ciVariableDeliverySchema = z
  .strictObject({
    target: z.literal('ci-variable'),
    /** Full path. */
    project: z.string().min(1).optional(),
    /** Full path. */
    group: z.string().min(1).optional(),
    key: variableKey,
    /** GitLab's `environment_scope`. */
    environmentScope: z.string().min(1).default('*'),
    protected: z.boolean().default(true),
    masked: z.boolean().default(true),
    /** Without it, GitLab expands `$` in the value. */
    raw: z.boolean().default(true),
  })
  .refine(it => (it.project === undefined) !== (it.group === undefined), {
    path: ['project'],
    message: 'either a project or a group',
  });

/**
 * Shown once to whoever asked for it.
 *
 * @public
 */
export const revealDeliverySchema = z.strictObject({
  target: z.literal('reveal'),
});

/**
 * The delivery targets that the plugin brings along.
 *
 * @public
 */
export const builtInDeliverySchema = z.discriminatedUnion('target', [
  sopsFileDeliverySchema,
  sopsMergeRequestDeliverySchema,
  ciVariableDeliverySchema,
  revealDeliverySchema,
]);

/** @public */
export type BuiltInDelivery = z.infer<typeof builtInDeliverySchema>;

/**
 * Where a new value goes. `target` names a delivery target of the backend, which reads the other keys.
 *
 * @public
 */
export const deliverySchema = z.looseObject({ target: z.string().min(1) });

/** @public */
export type Delivery = z.infer<typeof deliverySchema>;

/**
 * One delivery and how it stands.
 *
 * @public
 */
export const deliveryStatusSchema = z.object({
  target: z.string(),
  /** `awaiting`: something outside has to happen first, such as the merge of a merge request. */
  state: z.enum(['pending', 'awaiting', 'delivered', 'failed']),
  /** Where it goes, or went, for people: a file, a project with a variable's key, a merge request. */
  place: z.string().nullable(),
  /** Where people can look at it. */
  url: z.string().nullable(),
  errorCode: z.string().nullable(),
});

/** @public */
export type DeliveryStatus = z.infer<typeof deliveryStatusSchema>;
