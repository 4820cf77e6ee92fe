import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

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

        /**
         * Full paths of the groups and projects whose tokens are listed and may be managed, and into whose CI/CD
         * variables a request may have a value written, with all that is below them. Where it is left out: the owner of
         * the credential, if that is a group or a project, else none.
         * @visibility backend
         */
        owners?: string[];

        /**
         * How tokens are rotated, where a request does not say otherwise.
         */
        rotation?: {
          /**
           * Days that a new token lives, never above `policy.maxLifetimeDays`, or 365 without one; where left out 90,
           * or `policy.maxLifetimeDays` where that is less.
           * @visibility backend
           */
          expirationDays?: number;
          /**
           * Days before its expiry from which on the credential is rotated by itself, fewer than `expirationDays`;
           * never where left out.
           * @visibility backend
           */
          rotateBeforeDays?: number | null;
          /**
           * `overlap`, the default, makes a new token and revokes the old one once the new one is proven; `in-place` is
           * GitLab's rotation, which ends the old value at once.
           * @visibility backend
           */
          mode?: 'overlap' | 'in-place';
          /**
           * For how long the old token outlives the proof of the new one; 10 minutes where left out.
           * @visibility backend
           */
          gracePeriod?: HumanDuration | string;
          /**
           * Where a new credential goes; into the environment's SOPS file where left out.
           */
          deliver?: Array<{
            /**
             * `sops-file`, `sops-merge-request`, `ci-variable`, `reveal`, or a target that a module brings.
             * @visibility backend
             */
            target: string;
            /**
             * Full path; of `sops-merge-request` and `ci-variable`.
             * @visibility backend
             */
            project?: string;
            /**
             * Full path; of `ci-variable`, instead of a project.
             * @visibility backend
             */
            group?: string;
            /**
             * Of the file inside the repository; of `sops-merge-request`.
             * @visibility backend
             */
            path?: string;
            /**
             * The branch that is merged into, `main` where left out; of `sops-merge-request`.
             * @visibility backend
             */
            branch?: string;
            /**
             * Of the variable; of `ci-variable`.
             * @visibility backend
             */
            key?: string;
            /**
             * GitLab's `environment_scope`, `*` where left out; of `ci-variable`.
             * @visibility backend
             */
            environmentScope?: string;
            /**
             * True where left out; of `ci-variable`.
             * @visibility backend
             */
            protected?: boolean;
            /**
             * True where left out; of `ci-variable`.
             * @visibility backend
             */
            masked?: boolean;
            /**
             * Whether `$` in the value stays as it is, true where left out; of `ci-variable`.
             * @visibility backend
             */
            raw?: boolean;
            /**
             * The keys of a module's target.
             * @visibility backend
             */
            [key: string]: unknown;
          }>;
        };
      };
    };

    escrow?: {
      /**
       * Public age keys (`age1…`) that a new value is sealed to while it is on its way, for environments whose SOPS
       * file has no age recipient.
       * @visibility backend
       */
      recipients: string[];
    };

    inventory?: {
      /**
       * When the tokens of all `owners` are listed; every 30 minutes where left out.
       */
      schedule: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    operations?: {
      /**
       * How long GitLab may still act on a request that it has not answered; 60 seconds where left out. An operation
       * waits so long before it concludes that nothing was done.
       * @visibility backend
       */
      settleTime?: HumanDuration | string;
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
