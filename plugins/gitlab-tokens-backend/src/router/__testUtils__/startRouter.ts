import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import request from 'supertest';
import { anEnvironment, anInspection, NOW } from '../../__testUtils__/builders';
import { describeEnvironment } from '../../domain/describeEnvironment';
import { Authorizer } from '../Authorizer';
import { createRouter } from '../createRouter';
import { registerPermissions } from '../tokenPermissionRules';
import { FakeTokenListing } from './FakeTokenListing';
import { FakeTokenOperations } from './FakeTokenOperations';

/** The value that may leave by one route only. */
export const CANARY = 'glpat-canary-router-19c4';

export const DANA = mockCredentials.user.header('user:default/dana');
export const KIM = mockCredentials.user.header('user:default/kim');
export const SERVICE = mockCredentials.service.header();
export const NOBODY = mockCredentials.none.header();

const dev = describeEnvironment(
  anEnvironment(),
  { inspections: [anInspection()] },
  NOW,
);
const onlyDev = {
  list: async () => [dev],
  get: async (name: string) => {
    if (name !== 'dev') {
      throw new NotFoundError(`There is no environment "${name}"`);
    }
    return dev;
  },
};

/** What the auditor wrote down. */
export interface AuditedEvent {
  eventId: string;
  status: 'initiated' | 'succeeded' | 'failed';
  severityLevel: string;
  actor: { actorId?: string };
  meta?: Record<string, unknown>;
  error?: Error;
}

/** The router behind Backstage's own HTTP services, its error handling and its auditor, over fakes of our own. */
export async function startRouter(entities: Entity[] = []) {
  const operations = new FakeTokenOperations(Secret.of(CANARY));
  const tokens = new FakeTokenListing();
  const logged: { message: string; meta: object }[] = [];
  const policy = {
    /** By the name of the permission; everything else is allowed. */
    decisions: {} as Record<string, PolicyDecision>,
    asked: [] as string[],
  };
  const decide = (name: string): PolicyDecision => {
    policy.asked.push(name);
    return policy.decisions[name] ?? { result: AuthorizeResult.ALLOW };
  };

  const plugin = createBackendPlugin({
    pluginId: 'gitlab-tokens',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          catalog: catalogServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
        },
        async init({ httpAuth, httpRouter, permissions, ...services }) {
          registerPermissions(services.permissionsRegistry, tokens, onlyDev);
          const now = () => NOW;
          const authorizer = new Authorizer({ httpAuth, permissions, now });
          httpRouter.use(
            createRouter({
              ...services,
              environments: onlyDev,
              tokens,
              operations,
              authorizer,
              now,
            }),
          );
        },
      });
    },
  });

  const backend = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => loggerInto(logged),
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => ({
          authorize: async asked =>
            asked.map(({ permission }) => decide(permission.name)) as never,
          authorizeConditional: async asked =>
            asked.map(({ permission }) => decide(permission.name)),
        }),
      }),
    ],
  });

  return {
    backend,
    operations,
    tokens,
    policy,
    logged,
    /** The auditor's events, oldest first. */
    audited: () =>
      logged.flatMap(({ meta }) =>
        'isAuditEvent' in meta ? [meta as unknown as AuditedEvent] : [],
      ),
    /** One request, as dana where nobody else is given. */
    send(
      method: 'get' | 'post' | 'put' | 'delete',
      path: string,
      { body, as = DANA }: { body?: object; as?: string } = {},
    ) {
      const sending = request(backend.server)
        [method](`/api/gitlab-tokens${path}`)
        .set('authorization', as);
      return body ? sending.send(body) : sending;
    },
  };
}

export type RunningRouter = Awaited<ReturnType<typeof startRouter>>;

function loggerInto(
  logged: { message: string; meta: object }[],
  inherited: object = {},
): LoggerService {
  const log = (message: string, meta: object = {}) => {
    const told = meta instanceof Error ? { error: meta } : meta;
    logged.push({ message, meta: { ...inherited, ...told } });
  };
  return {
    error: log,
    warn: log,
    info: log,
    debug: log,
    child: meta => loggerInto(logged, { ...inherited, ...meta }),
  };
}
