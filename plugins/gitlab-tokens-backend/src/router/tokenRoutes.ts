import { NotFoundError } from '@backstage/errors';
import {
  gitlabTokensTokenIssuePermission as ISSUING,
  gitlabTokensTokenReadPermission as READING,
  gitlabTokensTokenRotatePermission as ROTATING,
  issueRequestSchema,
  ManagedToken,
  OperationPlan,
  rotateRequestSchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { factsOfOperation, targetsOf, TellAuditor } from './ChangeAudit';
import { factsOfOwner } from './factsOfOwner';
import { parseBody, tokenRefOf } from './requestParts';
import { RouterParts } from './RouterParts';

/** Tokens to be issued, and single tokens of the inventory. */
export function tokenRoutes(parts: RouterParts): Router {
  const { audit, authorizer, operations, tokenAuthorizer, tokens } = parts;
  const router = PromiseRouter();

  router.post('/tokens/plan', async (request, response) => {
    const wanted = await permittedIssue(parts, request);
    const plan = await operations.planIssue(wanted);
    response.json(plan satisfies OperationPlan);
  });

  router.post(
    '/tokens',
    audit.route('token-issue', async (request, tell) => {
      const wanted = await permittedIssue(parts, request, tell);
      const by = await authorizer.actor(request);
      const operation = await operations.issue(wanted, by);
      tell(factsOfOperation(operation));
      return operation;
    }),
  );

  router.get('/tokens/:tokenRef', async (request, response) => {
    const decision = await tokenAuthorizer.ask(request, READING);
    const token = await tokens.find(tokenRefOf(request));
    if (!token || !decision.allows(token)) {
      throw new NotFoundError('There is no such token');
    }
    response.json(token satisfies ManagedToken);
  });

  router.post('/tokens/:tokenRef/rotation-plan', async (request, response) => {
    const { ref } = await permittedRotation(parts, request);
    const body = parseBody(request, rotateRequestSchema);
    const plan = await operations.planRotation(ref, body);
    response.json(plan satisfies OperationPlan);
  });

  router.post(
    '/tokens/:tokenRef/rotate',
    audit.route('token-rotate', async (request, tell) => {
      const { ref } = await permittedRotation(parts, request, tell);
      const body = parseBody(request, rotateRequestSchema);
      tell(targetsOf(body.deliver));
      const by = await authorizer.actor(request);
      const operation = await operations.rotate(ref, body, by);
      tell(factsOfOperation(operation));
      return operation;
    }),
  );

  return router;
}

async function permittedIssue(
  { tokenAuthorizer, tokens }: RouterParts,
  request: Request,
  tell: TellAuditor = () => {},
) {
  const decision = await tokenAuthorizer.ask(request, ISSUING);
  const wanted = parseBody(request, issueRequestSchema);
  const { environment, kind, owner } = wanted;
  tell({ environment, kind, owner, ...targetsOf(wanted.deliver) });
  await decision.require(() =>
    factsOfOwner(tokens, { environment, kind, owner }),
  );
  return wanted;
}

async function permittedRotation(
  { tokenAuthorizer, tokens }: RouterParts,
  request: Request,
  tell: TellAuditor = () => {},
): Promise<ManagedToken> {
  const ref = tokenRefOf(request);
  tell({ tokens: [ref] });
  const decision = await tokenAuthorizer.ask(request, ROTATING);
  const token = await tokens.find(ref);
  if (!token) {
    throw new NotFoundError(`There is no token ${ref}`);
  }
  tell(factsOfToken(token));
  await decision.require(async () => token);
  return token;
}

function factsOfToken({ environment, kind, owner, tokenId }: ManagedToken) {
  return { environment, kind, owner: owner.path, tokenId };
}
