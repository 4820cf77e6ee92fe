import { PlannedToken } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  isTokenText,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { assemble } from '../../domain/planning/assemble';
import { closedPlan } from '../../domain/planning/closedPlan';
import {
  homeOf,
  oldCredential,
  OldToken,
} from '../../domain/planning/OldToken';
import {
  pastedTokenViolation,
  pasteNotAllowed,
  pasteViolations,
} from '../../domain/planning/pasteViolations';
import { PlannedOperation } from '../../domain/PlannedOperation';
import { tokenSubject } from '../../domain/TokenRef';
import {
  CredentialStoreError,
  StoredCredential,
} from '../../ports/CredentialStore';
import { GatewayError } from '../../ports/GatewayError';
import { PlanBlockedError } from '../broker/PlanBlockedError';
import { CredentialFacts, observeCredential } from '../observeCredential';
import { refuseViolations, ViolationsError } from '../ViolationsError';
import { fileProblem } from './brokerProblems';
import { DeliveryChecks } from './DeliveryChecks';
import { PlannerOptions, TIME_LIMIT } from './PlannerOptions';

/** A plan to take over a token that a person has made, with GitLab's number of it. */
export type PlannedPaste = PlannedOperation & { tokenId: number };

const MALFORMED = pastedTokenViolation(
  'TOKEN_MALFORMED',
  'What was pasted cannot be a token: it holds white space, line breaks or other characters that no token has, or it is too long. It was not sent anywhere',
);

/** Plans to take over tokens that people have made. No violation of a pasted token repeats any of it. */
export class PastePlanning {
  constructor(
    private readonly options: PlannerOptions,
    private readonly checks: DeliveryChecks,
  ) {}

  /** @throws ViolationsError, PlanBlockedError where the file does not open here, GatewayError */
  async plan(
    environment: EnvironmentSettings,
    value: Secret,
  ): Promise<PlannedPaste> {
    const { name, rotation } = environment;
    refuseViolations(pasteNotAllowed(environment));
    // It must not be sent: a header with a line break in it makes an error that holds the header.
    refuseViolations(isTokenText(value.reveal()) ? [] : [MALFORMED]);
    const stored = await this.#open(environment);
    const facts = await this.#ask(stored, value);
    refuseViolations(pasteViolations(facts, environment, this.options.now()));
    const { tokenId, userId, username, scopes, expiresAt } = facts;
    const home = { kind: 'personal' as const, userId };
    const owner = { type: 'user' as const, id: userId, path: username };
    const token: PlannedToken = {
      ...{ kind: 'personal', owner, name: facts.name },
      ...{ scopes, role: null, expiresAt },
    };
    const old = await this.#current(environment, stored, tokenId);
    const { host } = stored.instance;
    const checked = await this.checks.run({
      environment,
      deliver: rotation.deliver,
      next: { home, token },
      isCredential: true,
      replaces: old?.ref.id ?? null,
    });
    const planned = assemble({
      kind: 'paste',
      environment: name,
      subject: old ? tokenSubject(host, old.ref) : `credential ${host} ${name}`,
      tokenKind: 'personal',
      owner: username,
      isCredential: true,
      otherEnvironments: [],
      mode: null,
      otherMode: null,
      authority: stored.broker ? 'broker' : 'credential',
      next: { home, token },
      old,
      retiresOld: false,
      gracePeriod: 0,
      ...checked,
    });
    return { ...planned, tokenId };
  }

  async #ask(
    stored: StoredCredential,
    value: Secret,
  ): Promise<CredentialFacts> {
    const signal = AbortSignal.timeout(TIME_LIMIT);
    const gateway = this.options.connect(stored.instance, value, signal);
    try {
      return await observeCredential(gateway, { kind: 'personal' });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  async #open(environment: EnvironmentSettings): Promise<StoredCredential> {
    const { credentials, inspections } = this.options;
    try {
      return await credentials.read(environment);
    } catch (error) {
      if (!(error instanceof CredentialStoreError)) {
        throw error;
      }
      const inspection = await inspections.get(environment.name);
      const blocker = fileProblem(error);
      const kind = 'paste';
      const { plan } = closedPlan(environment, inspection, { kind, blocker });
      throw new PlanBlockedError(plan);
    }
  }

  /** The token that stands in the file now, where the last inspection tells; it is replaced, but not revoked. */
  async #current(
    { name }: EnvironmentSettings,
    stored: StoredCredential,
    pasted: number,
  ): Promise<OldToken | null> {
    const inspection = await this.options.inspections.get(name);
    const { observed, file } = inspection ?? {};
    const isKnown = observed && file?.digest === stored.digest;
    const home = isKnown ? homeOf(observed.kind, observed) : undefined;
    return observed && home && observed.tokenId !== pasted
      ? oldCredential(observed, home)
      : null;
  }
}

/** GitLab's refusal of a pasted token is the request's fault; everything else is as it was. */
function refusalOf(error: unknown): unknown {
  const code = error instanceof GatewayError ? error.code : undefined;
  switch (code) {
    case 'GATEWAY_CREDENTIAL_EXPIRED':
      return refused('it has expired');
    case 'GATEWAY_CREDENTIAL_REVOKED':
      return refused('it was revoked');
    case 'GATEWAY_CREDENTIAL_REJECTED':
      return refused('it is not known there, or such tokens are disabled');
    case 'GATEWAY_FORBIDDEN':
      return refused('its user or this address is barred');
    case 'GATEWAY_NOT_PERMITTED':
      return refused('it is no personal access token');
    default:
      return error;
  }
}

function refused(reason: string): ViolationsError {
  return new ViolationsError([
    pastedTokenViolation(
      'TOKEN_NOT_ACCEPTED',
      `GitLab does not accept the token: ${reason}`,
    ),
  ]);
}
