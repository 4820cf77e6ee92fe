import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  Environment,
  EnvironmentList,
  gitlabTokensEnvironmentReadPermission,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { EnvironmentCatalog } from '../operations/EnvironmentCatalog';

const freshQuery = z.object({
  fresh: z.enum(['true', 'false']).optional(),
});

/** The plugin's HTTP API: parse, authorize, operate, answer. */
export function createRouter(options: {
  environments: EnvironmentCatalog;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): Router {
  const { environments, httpAuth, permissions } = options;
  const router = PromiseRouter();

  const authorizeReading = async (request: Request) => {
    const credentials = await httpAuth.credentials(request);
    const permission = gitlabTokensEnvironmentReadPermission;
    const [decision] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== 'ALLOW') {
      throw new NotAllowedError(`Needs the permission ${permission.name}`);
    }
  };

  router.get('/environments', async (request, response) => {
    const fresh = parseFresh(request);
    await authorizeReading(request);
    const items = await environments.list({ fresh });
    response.json({ items } satisfies EnvironmentList);
  });

  router.get('/environments/:environment', async (request, response) => {
    const fresh = parseFresh(request);
    await authorizeReading(request);
    const { environment } = request.params;
    const answer = await environments.get(environment, { fresh });
    response.json(answer satisfies Environment);
  });

  return router;
}

function parseFresh(request: Request): boolean {
  const query = freshQuery.safeParse(request.query);
  if (!query.success) {
    throw new InputError('The parameter fresh must be true or false');
  }
  return query.data.fresh === 'true';
}
