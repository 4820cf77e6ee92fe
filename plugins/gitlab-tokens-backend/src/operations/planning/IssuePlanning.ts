import {
  Delivery,
  IssueRequest,
  ownerTypeOf,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { brokerBlockers } from '../../domain/brokerAbilities';
import { accessTo, BrokerFacts } from '../../domain/BrokerFacts';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { assemble } from '../../domain/planning/assemble';
import {
  NextToken,
  Place,
  resourcePlace,
} from '../../domain/planning/NextToken';
import { levelOf } from '../../domain/planning/OldToken';
import { PlannedOperation } from '../../domain/PlannedOperation';
import {
  issueViolations,
  isUserKind,
  ownerNotManaged,
  ownerUnknown,
  unknownEnvironment,
} from '../../domain/policyViolations';
import { refuseViolations, ViolationsError } from '../ViolationsError';
import { BrokerLook } from './BrokerInspector';
import { DeliveryChecks } from './DeliveryChecks';
import { contextOf } from './planContext';
import { PlannerOptions } from './PlannerOptions';
import { UserPlaces } from './UserPlaces';

/** A token that is to be made in place of none. */
export interface IssueOf {
  environment: EnvironmentSettings;
  look: BrokerLook;
  subject: string;
  token: Pick<IssueRequest, 'kind' | 'owner' | 'name' | 'scopes' | 'role'> & {
    expiresAt: string;
  };
  /** Undefined where it is not known, for which the broker is to blame. */
  at: { place: Place; access: number | null | undefined } | undefined;
  deliver: Delivery[];
  isCredential: boolean;
}

/** Plans tokens that replace none. */
export class IssuePlanning {
  constructor(
    private readonly options: PlannerOptions,
    private readonly checks: DeliveryChecks,
    private readonly users: UserPlaces,
  ) {}

  /** @throws ViolationsError */
  async planRequest(request: IssueRequest): Promise<PlannedOperation> {
    const { environments, brokers, randomId } = this.options;
    const environment = environments.find(
      ({ name }) => name === request.environment,
    );
    if (!environment) {
      throw new ViolationsError([
        unknownEnvironment(request.environment, environments),
      ]);
    }
    const context = contextOf(environment, this.options, false);
    refuseViolations(issueViolations(request, context));
    const { kind, owner, deliver } = request;
    const type = ownerTypeOf(kind);
    const look = await brokers.look(
      environment,
      type === 'user' ? {} : { owner: { type, path: owner } },
    );
    return this.plan({
      environment,
      look,
      subject: `issue ${randomId()}`,
      token: request,
      at: await this.placeOf(environment, { kind, owner, look }),
      deliver,
      isCredential: false,
    });
  }

  /**
   * Where the tokens of an owner live, with the broker's role there; undefined where the broker is to blame for not
   * knowing.
   *
   * @throws ViolationsError where there is no such owner, or its tokens are not managed here
   */
  async placeOf(
    environment: EnvironmentSettings,
    { kind, owner, look }: { kind: TokenKind; owner: string; look: BrokerLook },
  ): Promise<IssueOf['at']> {
    const { facts } = look;
    if (facts.outcome === 'problem') {
      return undefined;
    }
    const type = ownerTypeOf(kind);
    if (type !== 'user') {
      const access = accessTo(facts, { type, path: owner });
      const place = access && resourcePlace(kind, access);
      refuseViolations(place ? [] : [ownerUnknown(owner)]);
      return place && { place, access: access.accessLevel };
    }
    if (!isUserKind(kind)) {
      return undefined;
    }
    const found = await this.users.find(environment, kind, owner);
    const isManaged = facts.isAdmin || found?.accessLevel !== undefined;
    refuseViolations(isManaged ? [] : [ownerNotManaged(owner, environment)]);
    refuseViolations(found ? [] : [ownerUnknown(owner)]);
    return found && { place: found.place, access: found.accessLevel };
  }

  async plan(issue: IssueOf): Promise<PlannedOperation> {
    const { environment, look, subject, token, at, isCredential } = issue;
    const { facts } = look;
    const next = at && nextToken(token, at.place);
    const checked = next
      ? await this.checks.run({ ...issue, next, replaces: null })
      : { deliveries: [], blockers: [] };
    return assemble({
      kind: 'issue',
      environment: environment.name,
      subject,
      tokenKind: token.kind,
      owner: next?.token.owner.path ?? token.owner,
      isCredential,
      otherEnvironments: [],
      mode: null,
      otherMode: null,
      authority: facts.source,
      next: next ?? null,
      old: null,
      retiresOld: false,
      gracePeriod: 0,
      deliveries: checked.deliveries,
      blockers: [...this.#blockers(issue, facts), ...checked.blockers],
    });
  }

  #blockers({ token, at }: IssueOf, facts: BrokerFacts) {
    return brokerBlockers(
      facts,
      {
        action: 'issue',
        kind: token.kind,
        accessLevel: at?.access,
        tokenLevel: levelOf(token.role ?? null),
        userId: null,
      },
      this.options.now(),
    );
  }
}

function nextToken(token: IssueOf['token'], { home, owner }: Place): NextToken {
  const { kind, name, scopes, role = null, expiresAt } = token;
  return { home, token: { kind, owner, name, scopes, role, expiresAt } };
}
