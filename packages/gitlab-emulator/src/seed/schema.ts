import { z } from 'zod';
import { isPathSegment } from '../state/namespaces';
import { SeedError } from './SeedError';
import { seedFile, seedRepository } from './repositories';

const id = z.number().int().positive();
const timestamp = z
  .string()
  .refine(
    text => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)),
    'is not a date or an ISO 8601 timestamp',
  );
const date = timestamp.transform(text => text.slice(0, 10));
const accessLevel = z.literal([5, 10, 15, 20, 25, 30, 40, 50]);
const visibility = z.enum(['private', 'internal', 'public']);
const path = z.string().refine(isPathSegment, 'is not one segment of a path');

const settings = z.object({
  version: z
    .string()
    .regex(/^\d+\.\d+/)
    .default('18.9.0'),
  enterprise: z.boolean().default(false),
  requireTokenExpiry: z.boolean().default(true),
  requireServiceAccountTokenExpiry: z.boolean().default(true),
  maxLifetimeDays: z.number().int().positive().default(365),
  allowResourceTokenWithoutExpiry: z.boolean().default(false),
  tokenPrefix: z.string().default('glpat-'),
  routableTokens: z.boolean().default(true),
  impersonationEnabled: z.boolean().default(true),
  rateLimitPerMinute: z.number().int().positive().nullable().default(null),
  latencyMs: z.number().nonnegative().default(0),
});

const user = z.object({
  id: id.optional(),
  username: path,
  name: z.string().nullish(),
  email: z.string().nullish(),
  admin: z.boolean().default(false),
  state: z.string().default('active'),
  bot: z.boolean().default(false),
  serviceAccount: z.boolean().default(false),
  groupId: id.nullish(),
  projectId: id.nullish(),
  createdAt: timestamp.nullish(),
});

const member = z.object({
  userId: id,
  accessLevel,
  createdAt: timestamp.nullish(),
  expiresAt: date.nullish(),
});

const group = z.object({
  id: id.optional(),
  path,
  name: z.string().nullish(),
  parentId: id.nullish(),
  visibility: visibility.default('private'),
  description: z
    .string()
    .nullish()
    .transform(text => text ?? ''),
  createdAt: timestamp.nullish(),
  members: z.array(member).default([]),
});

const project = z.object({
  id: id.optional(),
  path,
  name: z.string().nullish(),
  groupId: id.nullish(),
  userId: id.nullish(),
  visibility: visibility.default('private'),
  description: z.string().nullable().default(null),
  defaultBranch: z.string().default('main'),
  createdAt: timestamp.nullish(),
  members: z.array(member).default([]),
  files: z.array(seedFile).default([]),
  repository: seedRepository.nullish(),
});

const token = z.object({
  id: id.optional(),
  kind: z.enum([
    'personal',
    'impersonation',
    'group',
    'project',
    'service-account',
  ]),
  userId: id.nullish(),
  groupId: id.nullish(),
  projectId: id.nullish(),
  accessLevel: accessLevel.nullish(),
  name: z.string().nullish(),
  description: z.string().nullable().default(null),
  scopes: z.array(z.string()),
  value: z.string().min(1).nullish(),
  createdAt: timestamp.nullish(),
  expiresAt: date.nullable().optional(),
  revoked: z.boolean().default(false),
  lastUsedAt: timestamp.nullable().default(null),
  lastUsedIps: z.array(z.string()).max(5).default([]),
  previousTokenId: id.nullable().default(null),
});

const deployToken = z.object({
  id: id.optional(),
  groupId: id.nullish(),
  projectId: id.nullish(),
  name: z.string().nullish(),
  username: z.string().nullish(),
  scopes: z.array(z.string()),
  value: z.string().min(1).nullish(),
  expiresAt: timestamp.nullable().default(null),
  revoked: z.boolean().default(false),
});

const variable = z.object({
  groupId: id.nullish(),
  projectId: id.nullish(),
  key: z.string().min(1),
  value: z.string().default(''),
  variableType: z.enum(['env_var', 'file']).default('env_var'),
  protected: z.boolean().default(false),
  masked: z.boolean().default(false),
  hidden: z.boolean().default(false),
  raw: z.boolean().default(false),
  environmentScope: z.string().default('*'),
  description: z.string().nullable().default(null),
  updatedAt: timestamp.nullish(),
});

const mergeRequest = z.object({
  id,
  iid: id,
  projectId: id,
  authorId: id,
  sourceBranch: z.string(),
  targetBranch: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  state: z.enum(['opened', 'closed', 'merged']),
  labels: z.array(z.string()),
  removeSourceBranch: z.boolean(),
  squash: z.boolean(),
  headId: z.string(),
  mergeCommitId: z.string().nullable(),
  createdAt: timestamp,
  updatedAt: timestamp,
  mergedAt: timestamp.nullable(),
  mergedById: id.nullable(),
  closedAt: timestamp.nullable(),
  closedById: id.nullable(),
});

/** The tables in which rows can be deleted and ids must not come back. */
export const TABLES_WITH_LAST_IDS = [
  'users',
  'groups',
  'projects',
  'tokens',
  'deployTokens',
  'mergeRequests',
] as const;

const seed = z.object({
  now: timestamp.nullish(),
  settings: settings.prefault({}),
  users: z.array(user),
  groups: z.array(group).default([]),
  projects: z.array(project).default([]),
  tokens: z.array(token).default([]),
  deployTokens: z.array(deployToken).default([]),
  variables: z.array(variable).default([]),
  mergeRequests: z.array(mergeRequest).default([]),
  /** The highest id given out so far, so that the ids of what is gone are not given out again. */
  lastIds: z
    .partialRecord(z.enum(TABLES_WITH_LAST_IDS), z.number().int())
    .default({}),
});

/**
 * What an emulator starts from, and what it can be asked for: see the README for its form. Everything but
 * `users` may be left out.
 *
 * @public
 */
export type Seed = z.input<typeof seed>;

/** A seed with the defaults of each entry filled in; ids and values may still be absent. */
export type ParsedSeed = z.output<typeof seed>;

/** Checks the form of a seed. @throws SeedError with the path of the first wrong entry */
export function parseSeed(input: unknown): ParsedSeed {
  const result = seed.safeParse(input);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new SeedError(
      `${formatPath(issue.path) || 'the seed'}: ${issue.message}`,
    );
  }
  return result.data;
}

function formatPath(segments: readonly PropertyKey[]): string {
  return segments
    .map(segment =>
      typeof segment === 'number' ? `[${segment}]` : `.${String(segment)}`,
    )
    .join('')
    .replace(/^\./, '');
}
