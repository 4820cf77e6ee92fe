import { InputError } from '@backstage/errors';
import {
  Environment,
  EnvironmentList,
  gitlabTokensEnvironmentReadPermission as READING,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { EnvironmentCatalog } from '../operations/EnvironmentCatalog';
import { Authorizer } from './Authorizer';

const freshQuery = z.object({
  fresh: z.enum(['true', 'false']).optional(),
});

/** The plugin's HTTP API: parse, authorize, operate, answer. */
export function createRouter(options: {
  environments: EnvironmentCatalog;
  authorizer: Authorizer;
}): Router {
  const { environments, authorizer } = options;
  const router = PromiseRouter();

  router.get('/environments', async (request, response) => {
    const fresh = parseFresh(request);
    await authorizer.require(request, READING);
    const items = await environments.list({ fresh });
    response.json({ items } satisfies EnvironmentList);
  });

  router.get('/environments/:environment', async (request, response) => {
    const fresh = parseFresh(request);
    await authorizer.require(request, READING);
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
