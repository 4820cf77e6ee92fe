import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { ClosableConfig } from '@backstage/config-loader';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { writeFileSync } from 'fs';
import { join } from 'path';
import request from 'supertest';
import { describeWithSops } from '../__testUtils__/environmentFile';
import { IssuedToken } from '../__testUtils__/PortalGitlab';
import { RotatedPortal } from '../__testUtils__/RotatedPortal';
import { waitFor } from '../__testUtils__/waitFor';
import { sopsRootConfigServiceFactory } from '../sopsRootConfigServiceFactory';
import { gitlabUrlReaderServiceFactory } from './gitlabUrlReaderServiceFactory';

jest.setTimeout(60_000);

describeWithSops('the catalog of a portal whose token is rotated', () => {
  let portal: RotatedPortal;
  let backend: TestBackend;
  let config: ClosableConfig;
  const ordinaryArguments = process.argv;

  beforeEach(async () => {
    portal = await RotatedPortal.start();
    const path = join(portal.location.directory, 'app-config.yaml');
    writeFileSync(path, JSON.stringify(appConfig(portal)));
    process.argv = ['node', 'backend', '--config', path];
  });
  afterEach(async () => {
    process.argv = ordinaryArguments;
    await backend?.stop();
    config?.close();
    await portal.stop();
  });

  /** Nothing but this closes the configuration, which would watch its files for ever. */
  const configKeeper = createBackendPlugin({
    pluginId: 'config-keeper',
    register(env) {
      env.registerInit({
        deps: { root: coreServices.rootConfig },
        async init({ root }) {
          config = root as ClosableConfig;
        },
      });
    },
  });

  async function start(readers: (typeof gitlabUrlReaderServiceFactory)[]) {
    backend = await startTestBackend({
      features: [
        sopsRootConfigServiceFactory,
        ...readers,
        catalogPlugin,
        configKeeper,
      ],
    });
  }

  async function description(): Promise<string | undefined> {
    const { body } = await request(backend.server)
      .get('/api/catalog/entities/by-name/component/default/portal')
      .set('Authorization', mockCredentials.user.header());
    return body.metadata?.description;
  }

  async function refresh() {
    await request(backend.server)
      .post('/api/catalog/refresh')
      .set('Authorization', mockCredentials.user.header())
      .send({ entityRef: 'component:default/portal' })
      .expect(200);
  }

  async function rotateAndDescribe(): Promise<IssuedToken> {
    const second = await portal.rotate(portal.first);
    await portal.gitlab.describe('After');
    return second;
  }

  it('reads on without a restart', async () => {
    await start([gitlabUrlReaderServiceFactory]);
    await waitFor(async () => (await description()) === 'Before');

    const second = await rotateAndDescribe();
    await refresh();
    await waitFor(async () => (await description()) === 'After');
    expect(portal.gitlab.statuses(second)).toContain(200);
  });

  it("stays as it was with Backstage's own reader alone", async () => {
    await start([]);
    await waitFor(async () => (await description()) === 'Before');

    const second = await rotateAndDescribe();
    await refresh();
    await waitFor(() => portal.gitlab.statuses(portal.first).includes(401));
    expect(await description()).toBe('Before');
    expect(portal.gitlab.statuses(second)).toEqual([]);
  });
});

function appConfig(portal: RotatedPortal) {
  return {
    app: { baseUrl: 'http://localhost:3000' },
    backend: { baseUrl: 'http://localhost:7007', listen: ':0' },
    catalog: {
      rules: [{ allow: ['Component', 'Location'] }],
      locations: [{ type: 'url', target: portal.gitlab.fileUrl }],
      processingInterval: { hours: 1 },
      stitchingStrategy: {
        mode: 'deferred',
        pollingInterval: { milliseconds: 100 },
      },
    },
    gitlabTokens: portal.gitlabTokens(),
  };
}
