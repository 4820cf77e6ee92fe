import { NotFoundError } from '@backstage/errors';
import {
  EntityTokenList,
  gitlabTargetOf,
  gitlabTokensTokenReadPermission as READING,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { RouterParts } from './RouterParts';

/** The tokens of what a catalog entity stands for. */
export function entityRoutes(parts: RouterParts): Router {
  const { authorizer, catalog, tokenAuthorizer, tokens } = parts;
  const router = PromiseRouter();

  router.get(
    '/entities/:kind/:namespace/:name/tokens',
    async (request, response) => {
      const { restriction } = await tokenAuthorizer.ask(request, READING);
      const { kind, namespace, name } = request.params;
      // With the credentials of whoever asks: who may not see the entity does not learn of its tokens.
      const credentials = await authorizer.credentials(request);
      const entity = await catalog.getEntityByRef(
        { kind, namespace, name },
        { credentials },
      );
      if (!entity) {
        throw new NotFoundError(
          `There is no entity ${kind}:${namespace}/${name}`,
        );
      }
      const target = gitlabTargetOf(entity);
      const items = target
        ? await tokens.entityTokens(target, restriction)
        : [];
      response.json({ target, items } satisfies EntityTokenList);
    },
  );

  return router;
}
