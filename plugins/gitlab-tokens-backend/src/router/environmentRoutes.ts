import {
  Environment,
  EnvironmentList,
  gitlabTokensEnvironmentReadPermission as READING,
  gitlabTokensTokenRotatePermission as ROTATING,
  OperationPlan,
  rotateRequestSchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { factsOfOperation, targetsOf, TellAuditor } from './ChangeAudit';
import { credentialOf, factsOfOwner } from './factsOfOwner';
import { parseBody, parsePastedToken, parseQuery } from './requestParts';
import { RouterParts } from './RouterParts';

const freshQuery = z.object({
  fresh: z.enum(['true', 'false']).optional(),
});

/** The environments and their credentials. */
export function environmentRoutes(parts: RouterParts): Router {
  const { audit, authorizer, environments, operations } = parts;
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

  router.put(
    '/environments/:environment/credential',
    audit.route('credential-paste', async (request, tell) => {
      const environment = await permittedCredential(parts, request, tell);
      const value = parsePastedToken(request);
      const by = await authorizer.actor(request);
      const operation = await operations.paste(environment, value, by);
      tell(factsOfOperation(operation));
      return operation;
    }),
  );

  router.post(
    '/environments/:environment/credential/rotation-plan',
    async (request, response) => {
      const environment = await permittedCredential(parts, request);
      const body = parseBody(request, rotateRequestSchema);
      const plan = await operations.planCredentialRotation(environment, body);
      response.json(plan satisfies OperationPlan);
    },
  );

  router.post(
    '/environments/:environment/credential/rotate',
    audit.route('credential-rotate', async (request, tell) => {
      const environment = await permittedCredential(parts, request, tell);
      const body = parseBody(request, rotateRequestSchema);
      tell(targetsOf(body.deliver));
      const by = await authorizer.actor(request);
      const operation = await operations.rotateCredential(
        environment,
        body,
        by,
      );
      tell(factsOfOperation(operation));
      return operation;
    }),
  );

  return router;
}

/** The name of an environment whose credential may be changed. */
async function permittedCredential(
  { environments, tokenAuthorizer, tokens }: RouterParts,
  request: Request,
  tell: TellAuditor = () => {},
): Promise<string> {
  const decision = await tokenAuthorizer.ask(request, ROTATING);
  const environment = await environments.get(request.params.environment, {
    fresh: false,
  });
  const credential = credentialOf(environment);
  tell(credential);
  await decision.require(() => factsOfOwner(tokens, credential));
  return environment.name;
}

function parseFresh(request: Request): boolean {
  return parseQuery(request, freshQuery).fresh === 'true';
}
