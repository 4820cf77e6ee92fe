/** What a token, a deploy token or a variable belongs to. */
export interface Resource {
  readonly type: 'group' | 'project';
  readonly id: number;
}

/** The kinds of token that GitLab keeps in one table, with one sequence of ids. */
export type TokenKind =
  | 'personal'
  | 'impersonation'
  | 'group'
  | 'project'
  | 'service-account';

/** 5 minimal, 10 Guest, 15 Planner, 20 Reporter, 25 Security Manager, 30 Developer, 40 Maintainer, 50 Owner. */
export type AccessLevel = 5 | 10 | 15 | 20 | 25 | 30 | 40 | 50;

export type Visibility = 'private' | 'internal' | 'public';

export interface Settings {
  version: string;
  enterprise: boolean;
  requireTokenExpiry: boolean;
  requireServiceAccountTokenExpiry: boolean;
  maxLifetimeDays: number;
  allowResourceTokenWithoutExpiry: boolean;
  tokenPrefix: string;
  routableTokens: boolean;
  impersonationEnabled: boolean;
  rateLimitPerMinute: number | null;
  latencyMs: number;
}

export interface User {
  readonly id: number;
  readonly username: string;
  name: string;
  admin: boolean;
  state: string;
  readonly bot: boolean;
  readonly serviceAccount: boolean;
  /** Where a service account lives; null for the whole instance. */
  readonly resource: Resource | null;
  readonly email: string;
  readonly createdAt: string;
}

export interface Group {
  readonly id: number;
  readonly path: string;
  readonly fullPath: string;
  readonly name: string;
  readonly fullName: string;
  readonly parentId: number | null;
  readonly visibility: Visibility;
  readonly description: string;
  readonly createdAt: string;
}

export interface Project {
  readonly id: number;
  readonly path: string;
  readonly fullPath: string;
  readonly name: string;
  readonly fullName: string;
  /** The group it is in, or null where it is in a user's namespace. */
  readonly groupId: number | null;
  readonly userId: number | null;
  readonly visibility: Visibility;
  readonly description: string | null;
  readonly defaultBranch: string;
  readonly createdAt: string;
}

/** Timestamps are ISO 8601 with milliseconds and `Z`, so that they sort as text; `expiresAt` is `YYYY-MM-DD`. */
export interface Token {
  readonly id: number;
  readonly kind: TokenKind;
  readonly userId: number;
  /** Set for group and project tokens. */
  readonly resource: Resource | null;
  readonly accessLevel: AccessLevel | null;
  readonly name: string;
  readonly description: string | null;
  readonly scopes: readonly string[];
  readonly value: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly previousTokenId: number | null;
  revoked: boolean;
  lastUsedAt: string | null;
  /** Oldest first, five at most. */
  lastUsedIps: readonly string[];
}

/** `expiresAt` is a timestamp here, not a date. */
export interface DeployToken {
  readonly id: number;
  readonly resource: Resource;
  readonly name: string;
  readonly username: string;
  readonly scopes: readonly string[];
  readonly value: string;
  readonly expiresAt: string | null;
  revoked: boolean;
}

export interface Variable {
  readonly id: number;
  readonly resource: Resource;
  readonly key: string;
  readonly value: string;
  readonly variableType: 'env_var' | 'file';
  readonly protected: boolean;
  readonly masked: boolean;
  readonly hidden: boolean;
  readonly raw: boolean;
  readonly environmentScope: string;
  readonly description: string | null;
  readonly updatedAt: string;
}

/** One row of a group's or a project's direct members. */
export interface Membership {
  readonly userId: number;
  readonly resource: Resource;
  readonly accessLevel: AccessLevel;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  /** True where it follows from something else, as a bot's membership follows from its token. */
  readonly derived: boolean;
}
