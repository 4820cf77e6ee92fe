import { PlanBlocker } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** What a broker is in a group or a project. */
export interface BrokerAccess {
  type: 'group' | 'project';
  id: number;
  /** Full path. */
  path: string;
  /** The effective access level; null: no member. */
  accessLevel: number | null;
}

/** What GitLab says of a broker that it accepts. */
export interface BrokerIdentity {
  outcome: 'accepted';
  tokenId: number;
  userId: number;
  username: string;
  isAdmin: boolean;
  /** The bot of a group or project token. */
  isBot: boolean;
  scopes: string[];
  /** `YYYY-MM-DD`; null: never. */
  expiresAt: string | null;
  /** Whether the instance is the Enterprise Edition; null: it does not say. */
  enterprise: boolean | null;
}

/** Why there is no broker to speak of. */
export interface BrokerProblem {
  outcome: 'problem';
  problem: PlanBlocker;
}

/** What is known of who manages an environment's tokens. It holds no secret. */
export type BrokerFacts = {
  environment: string;
  /** The broker of the environment's file, or the credential where the file holds no broker. */
  source: 'broker' | 'credential';
  /** Digest of the file that it stood in; null where the file could not be opened. */
  fileDigest: string | null;
  /** ISO timestamp. */
  observedAt: string;
  /** The groups and projects that it was asked about, and sees. */
  owners: BrokerAccess[];
} & (BrokerIdentity | BrokerProblem);

/** Facts of a broker that GitLab accepts. */
export type AcceptedBroker = BrokerFacts & BrokerIdentity;

/** Which group or project; GitLab's paths ignore the case. */
export interface WantedOwner {
  /** Undefined: either. */
  type?: 'group' | 'project';
  path: string;
}

/** What the broker is in a group or project; undefined where it was not asked, or does not see it. */
export function accessTo(
  { owners }: BrokerFacts,
  { type, path }: WantedOwner,
): BrokerAccess | undefined {
  const wanted = path.toLocaleLowerCase('en');
  return owners.find(
    it =>
      it.path.toLocaleLowerCase('en') === wanted &&
      (type === undefined || type === it.type),
  );
}
