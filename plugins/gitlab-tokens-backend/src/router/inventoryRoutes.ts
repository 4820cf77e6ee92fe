import {
  gitlabTokensTokenIssuePermission as ISSUING,
  gitlabTokensTokenReadPermission as READING,
  InventoryOwner,
  InventoryOwnerList,
  ManagedTokenList,
  TokenExpiries,
  TokenKind,
  tokenQuerySchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { parseQuery } from './requestParts';
import { RouterParts } from './RouterParts';
import { sendTokensCsv } from './sendTokensCsv';
import { TokenDecision } from './TokenAuthorizer';
import { TokenListing } from './TokenListing';

const ownersQuery = z.object({ environment: z.string().optional() });

const KINDS_OF_OWNER: Record<InventoryOwner['owner']['type'], TokenKind[]> = {
  user: ['personal', 'impersonation', 'service-account'],
  group: ['group', 'group-deploy', 'service-account'],
  project: ['project', 'project-deploy', 'service-account'],
};

/** The inventory as last listed: GitLab is asked nothing. */
export function inventoryRoutes(parts: RouterParts): Router {
  const { now, tokenAuthorizer, tokens } = parts;
  const router = PromiseRouter();

  router.get('/tokens', async (request, response) => {
    const { restriction } = await tokenAuthorizer.ask(request, READING);
    const query = parseQuery(request, tokenQuerySchema);
    const list = await tokens.list(query, restriction);
    response.json(list satisfies ManagedTokenList);
  });

  router.get('/tokens.csv', async (request, response) => {
    const { restriction } = await tokenAuthorizer.ask(request, READING);
    const query = parseQuery(request, tokenQuerySchema);
    await sendTokensCsv(response, tokens.export(query, restriction), now());
  });

  router.get('/expiries', async (request, response) => {
    const { restriction } = await tokenAuthorizer.ask(request, READING);
    const expiries = await tokens.expiries(restriction);
    response.json(expiries satisfies TokenExpiries);
  });

  router.get('/owners', async (request, response) => {
    const decision = await tokenAuthorizer.ask(request, READING);
    const { environment } = parseQuery(request, ownersQuery);
    const all = await tokens.owners(environment);
    const list: InventoryOwnerList = {
      items: await visibleOwners(tokens, all, decision),
      mayIssue: await tokenAuthorizer.mayAny(request, ISSUING),
    };
    response.json(list);
  });

  return router;
}

/** The owners that have, or could have, tokens that may be seen. */
async function visibleOwners(
  tokens: TokenListing,
  owners: InventoryOwner[],
  decision: TokenDecision,
): Promise<InventoryOwner[]> {
  if (!decision.restriction) {
    return owners;
  }
  const entityOwners = await tokens.entityOwnersOf(
    owners.map(({ environment, owner }) => ({ environment, ...owner })),
  );
  return owners.filter(({ environment, owner }, index) =>
    KINDS_OF_OWNER[owner.type].some(kind =>
      decision.allows({ environment, kind, entityOwners: entityOwners[index] }),
    ),
  );
}
