import { createBackend } from '@backstage/backend-defaults';
import {
  gitlabUrlReaderServiceFactory,
  sopsRootConfigServiceFactory,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';

const backend = createBackend();

// The SOPS file of this portal's environment is the last layer of its configuration.
backend.add(sopsRootConfigServiceFactory);
// Rotating the token in that file takes no restart.
backend.add(gitlabUrlReaderServiceFactory);

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@gitlab-tokens/backstage-plugin-gitlab-tokens-backend'));

backend.start();
