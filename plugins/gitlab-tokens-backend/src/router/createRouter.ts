import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { ChangeAudit } from './ChangeAudit';
import { entityRoutes } from './entityRoutes';
import { environmentRoutes } from './environmentRoutes';
import { inventoryRoutes } from './inventoryRoutes';
import { readJsonBody } from './jsonBody';
import { operationRoutes } from './operationRoutes';
import { revocationRoutes } from './revocationRoutes';
import { RouterOptions, RouterParts } from './RouterParts';
import { TokenAuthorizer } from './TokenAuthorizer';
import { tokenRoutes } from './tokenRoutes';

/**
 * The plugin's HTTP API: parse, authorize, operate, answer. The permissions have to be registered
 * (`registerPermissions`) before the first request.
 */
export function createRouter(options: RouterOptions): Router {
  const { auditor, authorizer, permissionsRegistry, ...rest } = options;
  const parts: RouterParts = {
    ...rest,
    authorizer,
    tokenAuthorizer: new TokenAuthorizer({ authorizer, permissionsRegistry }),
    audit: new ChangeAudit(auditor),
  };
  const router = PromiseRouter();
  router.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  router.use(readJsonBody());
  router.use(environmentRoutes(parts));
  router.use(inventoryRoutes(parts));
  router.use(tokenRoutes(parts));
  router.use(revocationRoutes(parts));
  router.use(entityRoutes(parts));
  router.use(operationRoutes(parts));
  return router;
}
