import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { gitlabTokensPermissions } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { KnexInspectionStore } from './adapters/database/KnexInspectionStore';
import { migratedDatabase } from './adapters/database/migrate';
import { GitlabConnector } from './adapters/gitlab/GitlabConnector';
import { SopsCredentialStore } from './adapters/sops/SopsCredentialStore';
import { readGitlabTokensConfig } from './config/readGitlabTokensConfig';
import { inspectOnChange, scheduleInspections } from './jobs/inspectionJobs';
import { EnvironmentCatalog } from './operations/EnvironmentCatalog';
import { Inspector } from './operations/Inspector';
import { Authorizer } from './router/Authorizer';
import { createRouter } from './router/createRouter';

/**
 * Reads the GitLab credential of each environment from its SOPS file, asks GitLab what it is, and tells what is wrong
 * with it.
 *
 * @public
 */
export const gitlabTokensPlugin = createBackendPlugin({
  pluginId: 'gitlab-tokens',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { database, httpAuth, httpRouter, lifecycle, logger } = deps;
        const { permissions, permissionsRegistry, scheduler } = deps;
        const settings = readGitlabTokensConfig(deps.config);
        const { environments, sopsDirectory, schedule, requests } = settings;
        const now = () => new Date();

        const knex = await migratedDatabase(database);
        const inspections = new KnexInspectionStore(knex);
        const inspector = new Inspector({
          environments,
          credentials: new SopsCredentialStore(sopsDirectory),
          connect: new GitlabConnector({
            requestsPerMinute: requests.perMinute,
            concurrency: requests.concurrency,
          }).connect,
          inspections,
          logger,
          now,
        });
        const catalog = new EnvironmentCatalog({
          environments,
          inspections,
          inspector,
          now,
        });

        permissionsRegistry.addPermissions(gitlabTokensPermissions);
        const authorizer = new Authorizer({ httpAuth, permissions, now });
        httpRouter.use(createRouter({ environments: catalog, authorizer }));
        if (environments.length === 0) {
          return;
        }
        const stopping = new AbortController();
        lifecycle.addShutdownHook(() => stopping.abort());
        lifecycle.addStartupHook(async () => {
          inspectOnChange({
            directory: sopsDirectory,
            inspector,
            logger,
            signal: stopping.signal,
          });
          // The schedule may have run shortly before this start; what the files hold now is another matter.
          inspector.inspectAll().catch(error => logger.error(error));
        });
        await scheduleInspections({ scheduler, inspector, schedule });
      },
    });
  },
});
