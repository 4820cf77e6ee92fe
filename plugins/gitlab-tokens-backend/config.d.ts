import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  /**
   * The portal's environments, and the GitLab credential that each of them runs on.
   */
  gitlabTokens?: {
    /**
     * The environment that this portal runs as: a key of `environments`. Its SOPS file is also the last layer of this
     * portal's configuration.
     * @visibility backend
     */
    environment: string;

    sops: {
      /**
       * The directory that holds the SOPS files. A relative one is relative to the root of the repository.
       * @visibility backend
       */
      directory: string;
    };

    /**
     * The environments by name, in the order in which they are shown. Names are lower-case letters, digits and dashes.
     */
    environments: {
      [name: string]: {
        /**
         * What people read; the name where it is left out.
         * @visibility backend
         */
        title?: string;

        /**
         * Name of the SOPS file inside `sops.directory`.
         * @visibility backend
         */
        file: string;

        /**
         * Which `integrations.gitlab[]` entry of that file is meant; may be left out where there is only one.
         * @visibility backend
         */
        host?: string;

        /**
         * What the credential should be. Each key that is left out is not checked.
         */
        credential?: {
          /** @visibility backend */
          kind?:
            | 'personal'
            | 'impersonation'
            | 'group'
            | 'project'
            | 'service-account';
          /**
           * Full path of the group or project, or the user name.
           * @visibility backend
           */
          owner?: string;
          /** @visibility backend */
          name?: string;
          /**
           * The role in the owning group or project.
           * @visibility backend
           */
          role?:
            | 'minimal-access'
            | 'guest'
            | 'planner'
            | 'reporter'
            | 'security-manager'
            | 'developer'
            | 'maintainer'
            | 'owner';
          /** @visibility backend */
          scopes?: string[];
        };

        /**
         * The limits that the credential should keep.
         */
        policy?: {
          /**
           * Days before the expiry from which on the credential is shown as expiring; 30 where left out.
           * @visibility backend
           */
          warnDays?: number;
          /**
           * Days before the expiry from which on it is shown as critical; 7 where left out.
           * @visibility backend
           */
          criticalDays?: number;
          /**
           * The longest lifetime, from creation to expiry.
           * @visibility backend
           */
          maxLifetimeDays?: number;
          /**
           * The highest role.
           * @visibility backend
           */
          maxRole?:
            | 'minimal-access'
            | 'guest'
            | 'planner'
            | 'reporter'
            | 'security-manager'
            | 'developer'
            | 'maintainer'
            | 'owner';
          /**
           * The only scopes that a token may have.
           * @visibility backend
           */
          allowedScopes?: string[];
        };
      };
    };

    inspection?: {
      /**
       * When all environments are inspected; every 5 minutes where left out.
       */
      schedule: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    requests?: {
      /**
       * Requests to one GitLab host in any minute, at least 10; 500 where left out, a quarter of what GitLab.com gives
       * a user, because the portal's catalog reads with the same token.
       * @visibility backend
       */
      perMinute?: number;
      /**
       * Pages of one list that are fetched side by side, from 1 to 32; 8 where left out.
       * @visibility backend
       */
      concurrency?: number;
    };
  };
}
