import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { GitlabInstance } from './GitlabGateway';

/** A deploy token to be proven. */
export interface DeployTokenClaim {
  /** The user name that GitLab gave it, without which the value is worth nothing. */
  username: string;
  value: Secret;
  scopes: string[];
  /** Full path of a project that it may read; null: none is known. */
  projectPath: string | null;
}

/** `unprovable`: nothing that these scopes allow changes nothing and tells anything. */
export type DeployTokenVerdict = 'accepted' | 'refused' | 'unprovable';

/**
 * Whether GitLab accepts a deploy token, which cannot be asked about itself: by reading the list of a project's
 * branches over Git (`read_repository`, and a project), or by signing in to the container registry (`read_registry`).
 *
 * @throws GatewayError where GitLab answers neither yes nor no
 */
export type ProveDeployToken = (
  instance: GitlabInstance,
  claim: DeployTokenClaim,
  signal: AbortSignal,
) => Promise<DeployTokenVerdict>;
