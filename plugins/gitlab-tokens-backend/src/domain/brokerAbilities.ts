import {
  daysUntilExpiry,
  PlanBlocker,
  ROLE_LEVELS,
  roleOfLevel,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  brokerMissing,
  madeByHand,
  nameOf,
  notAdministrator,
  Reason,
  roleTooLow,
  speakerOf,
  subjectOf,
} from './brokerBlockerTexts';
import { AcceptedBroker, BrokerFacts } from './BrokerFacts';

/** Something that a broker is to do. */
export interface BrokerTask {
  action: 'issue' | 'rotate' | 'revoke';
  kind: TokenKind;
  /**
   * The broker's access level in the group or project that the token belongs to, a service account's among them; null:
   * no member. Undefined: not known, or there is none, as for a person or a service account of the instance.
   */
  accessLevel?: number | null;
  /** Access level of the token; null for kinds that have none. */
  tokenLevel: number | null;
  /** The user that the token acts as, where it exists already. */
  userId: number | null;
}

/**
 * Why a broker cannot do something, as far as GitLab tells beforehand; nothing where it can.
 *
 * What nobody can know beforehand is left to GitLab: whether the plan of a group on GitLab.com has such tokens (group
 * tokens need Premium), whether an administrator's token lacks `admin_mode` where that is demanded, and custom roles.
 */
export function brokerBlockers(
  facts: BrokerFacts,
  task: BrokerTask,
  now: Date,
): PlanBlocker[] {
  if (isMadeByHand(facts, task)) {
    return [madeByHand()];
  }
  if (facts.outcome === 'problem') {
    return [facts.problem];
  }
  const reasons = [
    ...aliveReasons(facts, now),
    ...scopeReasons(facts),
    ...kindReasons(facts, task),
  ].map(([code, message, action, details = {}]) => ({
    ...{ code, message, action },
    details: { ...speakerOf(facts), ...details },
  }));
  return facts.source === 'credential' && reasons.length > 0 && !isPersons(task)
    ? [brokerMissing(), ...reasons]
    : reasons;
}

/** Without a broker, or with one that is no administrator, a person has to make a personal token. */
function isMadeByHand(facts: BrokerFacts, task: BrokerTask): boolean {
  if (task.kind !== 'personal' || task.action !== 'issue') {
    return false;
  }
  return facts.outcome === 'accepted'
    ? !facts.isAdmin
    : facts.source === 'credential' && facts.fileDigest !== null;
}

/** A broker is not missed where a person manages their own tokens. */
function isPersons({ kind }: BrokerTask): boolean {
  return kind === 'personal' || kind === 'impersonation';
}

function aliveReasons(facts: AcceptedBroker, now: Date): Reason[] {
  const { expiresAt } = facts;
  return expiresAt && daysUntilExpiry(expiresAt, now) <= 0
    ? [
        [
          'BROKER_REJECTED',
          `${subjectOf(facts)} has expired on ${expiresAt}.`,
          'Create a new one in GitLab and write it to the SOPS file with `sops edit`.',
          { expiresAt },
        ],
      ]
    : [];
}

function scopeReasons(facts: AcceptedBroker): Reason[] {
  return facts.scopes.includes('api')
    ? []
    : [
        [
          'BROKER_SCOPE_TOO_NARROW',
          `${subjectOf(facts)} has the scopes ${facts.scopes.join(
            ', ',
          )}; managing tokens needs api.`,
          'Write a token with the scope api to gitlabTokens.broker.token of the SOPS file.',
          { scopes: facts.scopes },
        ],
      ];
}

function kindReasons(facts: AcceptedBroker, task: BrokerTask): Reason[] {
  switch (task.kind) {
    case 'group':
    case 'project':
      return resourceReasons(facts, task);
    case 'group-deploy':
    case 'project-deploy':
      return roleReasons(facts, task);
    case 'service-account':
      return serviceAccountReasons(facts, task);
    default:
      return personReasons(facts, task);
  }
}

function resourceReasons(facts: AcceptedBroker, task: BrokerTask): Reason[] {
  if (facts.isBot && task.action !== 'revoke') {
    return [
      [
        'BROKER_IS_BOT',
        `${subjectOf(
          facts,
        )} is the bot of a group or project token, which GitLab lets list and revoke tokens, but not make or rotate them.`,
        'Use the token of a person or of a service account as the broker.',
      ],
    ];
  }
  const reasons = roleReasons(facts, task);
  return reasons.length > 0 || task.action === 'revoke'
    ? reasons
    : grantReasons(facts, task);
}

/** The role that managing takes: Owner of a group, Maintainer of a project. */
function roleReasons(facts: AcceptedBroker, task: BrokerTask): Reason[] {
  const isProject = task.kind.startsWith('project');
  const needed = ROLE_LEVELS[isProject ? 'maintainer' : 'owner'];
  return hasLevel(facts, task, needed)
    ? []
    : [
        roleTooLow(facts, task.accessLevel, {
          level: needed,
          place: isProject ? 'project' : 'group',
        }),
      ];
}

function hasLevel(
  { isAdmin }: AcceptedBroker,
  { accessLevel }: BrokerTask,
  needed: number,
): boolean {
  return isAdmin || (accessLevel ?? 0) >= needed;
}

/** Nobody gives a role that they do not have; Planner and Security Manager are on no ladder. */
function grantReasons(facts: AcceptedBroker, task: BrokerTask): Reason[] {
  const { tokenLevel } = task;
  const own = facts.isAdmin ? ROLE_LEVELS.owner : task.accessLevel ?? 0;
  const isApart =
    tokenLevel === ROLE_LEVELS.planner ||
    tokenLevel === ROLE_LEVELS['security-manager'];
  const mayGive =
    tokenLevel === null ||
    own === tokenLevel ||
    own >= ROLE_LEVELS.owner ||
    (!isApart && own > tokenLevel);
  return mayGive
    ? []
    : [
        [
          'BROKER_ROLE_BELOW_TOKEN',
          `${subjectOf(facts)} is ${nameOf(
            own,
          )} and cannot give the role ${nameOf(tokenLevel)}${
            isApart ? ', which only an Owner or one who has it can give' : ''
          }.`,
          'Give the token another role, or use a broker with a higher one.',
          { role: roleOfLevel(own), tokenRole: roleOfLevel(tokenLevel) },
        ],
      ];
}

function serviceAccountReasons(
  facts: AcceptedBroker,
  task: BrokerTask,
): Reason[] {
  if (facts.enterprise === false) {
    return [
      [
        'NOT_ON_THIS_GITLAB',
        'This GitLab is the Community Edition, which has no service accounts.',
        'Use a group or project token instead.',
      ],
    ];
  }
  if (task.accessLevel === undefined) {
    return facts.isAdmin ? [] : [notAdministrator(facts)];
  }
  return hasLevel(facts, task, ROLE_LEVELS.owner)
    ? []
    : [
        roleTooLow(facts, task.accessLevel, {
          level: ROLE_LEVELS.owner,
          place: 'top-level group',
        }),
      ];
}

function personReasons(facts: AcceptedBroker, task: BrokerTask): Reason[] {
  if (facts.isAdmin) {
    return [];
  }
  const isOwn = task.kind === 'personal' && task.userId === facts.userId;
  return isOwn ? [] : [notAdministrator(facts)];
}
