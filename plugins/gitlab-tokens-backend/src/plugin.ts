import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { gitlabTokensDeliveryExtensionPoint } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { migratedDatabase } from './adapters/database/migrate';
import { DeliveryTargets } from './adapters/delivery/DeliveryTargets';
import { GitlabConnector } from './adapters/gitlab/GitlabConnector';
import { assembleBackend } from './assembleBackend';
import { checkDeliveryTargets } from './config/checkDeliveryTargets';
import { readGitlabTokensConfig } from './config/readGitlabTokensConfig';
import { Authorizer } from './router/Authorizer';
import { createRouter } from './router/createRouter';
import { registerPermissions } from './router/tokenPermissionRules';
import { startJobs } from './startJobs';

/**
 * Shows what GitLab token each environment of the portal runs on and what is wrong with it; lists, issues, rotates and
 * revokes tokens, and brings new values to where they are used.
 *
 * @public
 */
export const gitlabTokensPlugin = createBackendPlugin({
  pluginId: 'gitlab-tokens',
  register(env) {
    const targets = new DeliveryTargets();
    env.registerExtensionPoint(gitlabTokensDeliveryExtensionPoint, {
      addDeliveryTarget: target => targets.add(target),
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
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
        const { httpAuth, httpRouter, permissions } = deps;
        const settings = readGitlabTokensConfig(deps.config);
        const now = () => new Date();
        const { perMinute, concurrency } = settings.requests;
        const backend = assembleBackend({
          ...deps,
          knex: await migratedDatabase(deps.database),
          settings,
          connector: new GitlabConnector({
            requestsPerMinute: perMinute,
            concurrency,
          }),
          targets,
          now,
        });
        checkDeliveryTargets(settings.environments, targets.names());

        registerPermissions(
          deps.permissionsRegistry,
          backend.tokens,
          backend.environments,
        );
        const authorizer = new Authorizer({ httpAuth, permissions, now });
        httpRouter.use(
          createRouter({
            ...deps,
            ...backend,
            operations: backend.broker,
            authorizer,
            now,
          }),
        );
        if (settings.environments.length > 0) {
          await startJobs({ ...deps, ...backend, settings });
        }
      },
    });
  },
});
