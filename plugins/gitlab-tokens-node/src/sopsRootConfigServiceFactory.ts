import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigSources } from '@backstage/config-loader';
import { SopsConfigSource } from './SopsConfigSource';
import { readCurrentSopsLocation } from './sopsLocation';

/**
 * The root configuration of a backend whose last layer is the SOPS file of its own environment, as
 * `gitlabTokens.environment` and `gitlabTokens.environments.<environment>.file` name it. Everything else is as
 * Backstage's own factory reads it. Without `gitlabTokens` in the configuration it changes nothing.
 *
 * Which file it is is read once, at start; what is in the file is read again whenever it changes.
 *
 * @example
 * ```ts
 * backend.add(sopsRootConfigServiceFactory);
 * ```
 * @public
 */
export const sopsRootConfigServiceFactory = createServiceFactory({
  service: coreServices.rootConfig,
  deps: {},
  async factory() {
    const ordinary = await ConfigSources.toConfig(ConfigSources.default({}));
    const location = readCurrentSopsLocation(ordinary);
    if (!location) {
      return ordinary;
    }
    ordinary.close();
    // The root logger needs this configuration, so that there is none yet.
    const warn = (message: string) => console.warn(message);
    return ConfigSources.toConfig(
      ConfigSources.merge([
        ConfigSources.default({}),
        new SopsConfigSource(location, warn),
      ]),
    );
  },
});
