import { urlReaderFactoriesServiceRef } from '@backstage/backend-defaults/urlReader';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { CurrentGitlabIntegrations } from './CurrentGitlabIntegrations';
import { CurrentGitlabUrlReader } from './CurrentGitlabUrlReader';

/**
 * Lets all plugins read from GitLab with the token that `integrations.gitlab` has at that moment, so that rotating it
 * takes no restart. Backstage's own reader, which takes the token once, at start, still does the reading.
 *
 * A request that GitLab refuses with 401 is sent once more if the SOPS file of this portal's environment
 * (`gitlabTokens.environment`) has another token for the same address by then: the configuration follows the file
 * some hundred milliseconds later. Only requests that read are repeated, and a token that a caller has brought is never
 * replaced.
 *
 * It needs {@link sopsRootConfigServiceFactory}, or another root configuration that follows its sources.
 *
 * @example
 * ```ts
 * backend.add(gitlabUrlReaderServiceFactory);
 * ```
 * @public
 */
export const gitlabUrlReaderServiceFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {
    config: coreServices.rootConfig,
    logger: coreServices.rootLogger,
  },
  createRootContext: deps => CurrentGitlabIntegrations.fromConfig(deps),
  factory: (_deps, integrations) =>
    CurrentGitlabUrlReader.factoryFor(integrations),
});
