import { jsonAnswer } from '../http/answer';
import { Endpoint, endpoint } from './endpoint';

/** What this GitLab says of itself; `/version` is the older name of the same. */
export const metadataEndpoints: readonly Endpoint[] = [
  '/metadata',
  '/version',
].map(path =>
  endpoint({
    method: 'GET',
    path,
    accepts: ['read_user', 'ai_features'],
    parameters: {},
    handle({ state, baseUrl }) {
      const { enterprise } = state.settings;
      const version = state.settings.version.replace(/-ee$/, '');
      const socket = baseUrl.replace(/^http/, 'ws');
      return jsonAnswer(200, {
        version: enterprise ? `${version}-ee` : version,
        revision: 'emulator',
        kas: {
          enabled: true,
          externalUrl: `${socket}/-/kubernetes-agent/`,
          externalK8sProxyUrl: `${baseUrl}/-/kubernetes-agent/k8s-proxy/`,
          version,
        },
        enterprise,
      });
    },
  }),
);
