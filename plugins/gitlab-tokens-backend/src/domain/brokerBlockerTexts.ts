import {
  Blocker,
  PlanBlocker,
  ProblemDetails,
  roleOfLevel,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { AcceptedBroker } from './BrokerFacts';

/** Why a broker cannot do something, with the facts apart from who it is. */
export type Reason = [
  code: Blocker,
  message: string,
  action: string,
  details?: ProblemDetails,
];

/** Nobody can do what a broker would. */
export function brokerMissing(): PlanBlocker {
  return {
    code: 'BROKER_MISSING',
    message:
      'The SOPS file holds no broker, and the credential itself may not do this.',
    action:
      'Write a token that may manage tokens to gitlabTokens.broker.token of the file with `sops edit`.',
  };
}

/** A person has to make the token. */
export function madeByHand(): PlanBlocker {
  return {
    code: 'PERSONAL_TOKENS_ARE_MADE_BY_HAND',
    message:
      'GitLab has no API that makes a personal token for somebody, except for administrators.',
    action:
      'Make the token in GitLab and paste it here: it is checked and put into the SOPS file.',
  };
}

/** What people call an access level. */
export function nameOf(level: number): string {
  return roleOfLevel(level) ?? `access level ${level}`;
}

/** Who it is, in a sentence. */
export function subjectOf({ source, username }: AcceptedBroker): string {
  return `The ${source} (${username})`;
}

/** Who it is. */
export function speakerOf({
  source,
  username,
}: AcceptedBroker): ProblemDetails {
  return { source, username };
}

/** Only administrators may do this. */
export function notAdministrator(facts: AcceptedBroker): Reason {
  return [
    'BROKER_NOT_ADMINISTRATOR',
    `${subjectOf(facts)} is no administrator; only administrators may do this.`,
    'Do it in GitLab, or use the token of an administrator as the broker.',
  ];
}

/** The broker's role in a group or project does not suffice; `accessLevel` is null or undefined where it has none. */
export function roleTooLow(
  facts: AcceptedBroker,
  accessLevel: number | null | undefined,
  needed: { level: number; place: string },
): Reason {
  const has = accessLevel ? `is ${nameOf(accessLevel)}` : 'is no member';
  const role = nameOf(needed.level);
  return [
    'BROKER_ROLE_TOO_LOW',
    `${subjectOf(facts)} ${has} of the ${
      needed.place
    }; this needs at least ${role}.`,
    `Give its user the role ${role} there, or use another broker.`,
    {
      role: accessLevel ? roleOfLevel(accessLevel) : null,
      neededRole: roleOfLevel(needed.level),
    },
  ];
}
