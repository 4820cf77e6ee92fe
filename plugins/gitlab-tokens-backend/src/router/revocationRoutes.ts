import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  blockerSchema,
  gitlabTokensTokenRevokePermission as REVOKING,
  Operation,
  PlanBlocker,
  Problem,
  RevocationPlanList,
  revokeRequestSchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { factsOfOperation, TellAuditor } from './ChangeAudit';
import { InvalidRequestError } from './InvalidRequestError';
import { isTokenRef, parseBody, parseQuery, tokenRefOf } from './requestParts';
import { RouterParts } from './RouterParts';

const confirmQuery = z.object({
  confirm: z.preprocess(
    value => (typeof value === 'string' ? [value] : value),
    z.array(z.string()).max(500).default([]),
  ),
});

/** Nothing has happened to the token. */
class NotRevokedError extends ConflictError {
  readonly problem: Problem | null;
  readonly blockers: PlanBlocker[] | undefined;

  constructor(ref: string, problem: Problem | null) {
    super(
      problem
        ? `${problem.message} ${problem.action}`
        : `The token ${ref} was not revoked`,
    );
    const blocker = blockerSchema.safeParse(problem);
    this.problem = problem;
    this.blockers = blocker.success ? [blocker.data] : undefined;
  }
}

/** The end of tokens. */
export function revocationRoutes(parts: RouterParts): Router {
  const { audit, authorizer, operations } = parts;
  const router = PromiseRouter();

  router.post('/tokens/revocation-plan', async (request, response) => {
    const { tokens } = await permittedRevocation(parts, request);
    const plans = await operations.planRevocation(tokens);
    response.json({
      items: tokens.map((token, index) => ({ token, plan: plans[index] })),
    } satisfies RevocationPlanList);
  });

  router.post(
    '/tokens/revoke',
    audit.route('token-revoke', async (request, tell) => {
      const wanted = await permittedRevocation(parts, request, tell);
      const by = await authorizer.actor(request);
      const list = await operations.revoke(wanted, by);
      const begun = list.items.flatMap(it => it.operation ?? []);
      tell({ operations: begun.map(({ id }) => id) });
      return list;
    }),
  );

  router.delete(
    '/tokens/:tokenRef',
    audit.route('token-revoke', async (request, tell) => {
      const ref = tokenRefOf(request);
      const { confirm } = parseQuery(request, confirmQuery);
      await requirePermission(parts, request, { refs: [ref], tell });
      const by = await authorizer.actor(request);
      const wanted = { tokens: [ref], confirm };
      const [item] = (await operations.revoke(wanted, by)).items;
      if (!item.operation) {
        throw new NotRevokedError(ref, item.problem);
      }
      tell(factsOfOperation(item.operation));
      return item.operation satisfies Operation;
    }),
  );

  return router;
}

async function permittedRevocation(
  parts: RouterParts,
  request: Request,
  tell: TellAuditor = () => {},
): Promise<{ tokens: string[]; confirm: string[] }> {
  const { tokens, confirm } = parseBody(request, revokeRequestSchema);
  refuseOtherThanRefs(tokens);
  const refs = [...new Set(tokens)];
  await requirePermission(parts, request, { refs, tell });
  return { tokens: refs, confirm };
}

/** What is no ref is not repeated, neither to who asks nor to the auditor: it may be the value that has leaked. */
function refuseOtherThanRefs(tokens: string[]): void {
  const issues = tokens.flatMap((token, index) =>
    isTokenRef(token)
      ? []
      : [
          {
            path: ['tokens', index],
            message: 'has to be the ref of a token, such as dev.group.10.42',
          },
        ],
  );
  if (issues.length > 0) {
    throw new InvalidRequestError(issues);
  }
}

/** All of them, or none. */
async function requirePermission(
  { tokenAuthorizer, tokens }: RouterParts,
  request: Request,
  { refs, tell }: { refs: string[]; tell: TellAuditor },
): Promise<void> {
  const decision = await tokenAuthorizer.ask(request, REVOKING);
  const found = await Promise.all(refs.map(ref => tokens.find(ref)));
  const known = found.flatMap(token => token ?? []);
  tell({
    tokens: known.map(({ ref }) => ref),
    environments: [...new Set(known.map(({ environment }) => environment))],
  });
  for (const token of known) {
    await decision.require(async () => token);
  }
  const missing = refs.filter((_, index) => !found[index]);
  if (missing.length > 0) {
    throw new NotFoundError(
      `There are no such tokens: ${missing.join(', ')}. Nothing was revoked.`,
    );
  }
}
