import {
  DeclaredCredential,
  Delivery,
  Policy,
  RotationMode,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** How an environment's tokens are rotated where a request does not say otherwise. */
export interface RotationSettings {
  /** Days that a new token lives; never more than the policy's `maxLifetimeDays`. */
  expirationDays: number;
  /** Days before its expiry from which on the credential is rotated by itself; null: never. */
  rotateBeforeDays: number | null;
  mode: RotationMode;
  /** Milliseconds for which the old token outlives the proof of the new one. */
  gracePeriod: number;
  /** Where a new credential goes. */
  deliver: Delivery[];
}

/** One configured environment. */
export interface EnvironmentSettings {
  name: string;
  title: string;
  /** This portal runs as it. */
  current: boolean;
  /** Name of its SOPS file inside the directory of SOPS files. */
  file: string;
  /** Which `integrations.gitlab[]` entry of the file; may be absent where the file has only one. */
  host?: string;
  declared: DeclaredCredential;
  policy: Policy;
  /** Full paths of the groups and projects whose tokens are listed and may be managed, with all that is below them. */
  owners: string[];
  rotation: RotationSettings;
}

/** Whether a group or project is one of these, or lies below one. GitLab's paths ignore the case. */
export function isWithin(path: string, owners: readonly string[]): boolean {
  const wanted = `${path.toLocaleLowerCase('en')}/`;
  return owners.some(owner =>
    wanted.startsWith(`${owner.toLocaleLowerCase('en')}/`),
  );
}
