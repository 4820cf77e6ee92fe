import { NotAllowedError } from '@backstage/errors';
import {
  gitlabTokensOperationReadPermission as READING,
  gitlabTokensTokenIssuePermission,
  gitlabTokensTokenRevokePermission,
  gitlabTokensTokenRotatePermission,
  Operation,
  OperationList,
  operationQuerySchema,
  RevealedValue,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { factsOfOperation, TellAuditor } from './ChangeAudit';
import { factsOfOwner } from './factsOfOwner';
import { operationIdOf, parseQuery } from './requestParts';
import { RouterParts } from './RouterParts';

/** Whoever may do something may also go on with it, give it up, or, having asked for it, see what comes of it. */
const PERMISSION_OF = {
  issue: gitlabTokensTokenIssuePermission,
  rotate: gitlabTokensTokenRotatePermission,
  paste: gitlabTokensTokenRotatePermission,
  revoke: gitlabTokensTokenRevokePermission,
};

/** The ledger. */
export function operationRoutes(parts: RouterParts): Router {
  const { audit, authorizer, operations } = parts;
  const router = PromiseRouter();

  router.get('/operations', async (request, response) => {
    const query = parseQuery(request, operationQuerySchema);
    await authorizer.require(request, READING);
    const list = await operations.list(query);
    response.json(list satisfies OperationList);
  });

  router.get('/operations/:id', async (request, response) => {
    await authorizer.require(request, READING);
    const operation = await operations.get(operationIdOf(request));
    response.json(operation satisfies Operation);
  });

  router.post(
    '/operations/:id/resume',
    audit.route('operation-resume', async (request, tell) => {
      const { id } = await permittedOperation(parts, request, tell);
      return operations.resume(id);
    }),
  );

  router.post(
    '/operations/:id/cancel',
    audit.route('operation-cancel', async (request, tell) => {
      const { id } = await permittedOperation(parts, request, tell);
      return operations.cancel(id);
    }),
  );

  router.post(
    '/operations/:id/reveal',
    audit.route('operation-reveal', async (request, tell) => {
      const { id, requestedBy } = await permittedOperation(
        parts,
        request,
        tell,
      );
      if (requestedBy !== (await authorizer.actor(request))) {
        throw new NotAllowedError(
          'The value is shown only to whoever asked for the operation',
        );
      }
      const { value, username } = await operations.reveal(id);
      return { value: value.reveal(), username } satisfies RevealedValue;
    }),
  );

  return router;
}

async function permittedOperation(
  { operations, tokenAuthorizer, tokens }: RouterParts,
  request: Request,
  tell: TellAuditor,
): Promise<Operation> {
  const operation = await operations.get(operationIdOf(request));
  tell(factsOfOperation(operation));
  const { environment, kind, owner, tokenKind } = operation;
  const decision = await tokenAuthorizer.ask(request, PERMISSION_OF[kind]);
  await decision.require(() =>
    factsOfOwner(tokens, { environment, kind: tokenKind, owner }),
  );
  return operation;
}
