import { Delivery } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { OperationWork } from '../../domain/Operation';
import { Planner } from '../../operations/planning/Planner';
import { PATH, REPOSITORY, VALUES } from './organisation';
import { REFS } from './inventory';
import { PlannedRequest } from './planning';

/** One thing that is asked for, and what has to be so in the end. */
export interface Scenario {
  name: string;
  /** What the environment's file holds. */
  file: {
    token: keyof typeof VALUES | null;
    broker: keyof typeof VALUES | null;
  };
  environment?: Partial<EnvironmentSettings>;
  plan(planner: Planner): Promise<PlannedRequest>;
  /** By whom and how it has to be done, so that a scenario is what it is called. */
  work: Pick<OperationWork, 'mode' | 'authority'>;
  /** The value of a pasted token. */
  pasted?: string;
  /** The tokens that are dead in the end, by their numbers. */
  ends: { tokens?: number[]; deployTokens?: number[] };
  makes: 'access' | 'deploy' | 'nothing';
  /** The one case in which GitLab leaves no way out. */
  mayLoseValue?: true;
  /** The value is shown once or not at all. */
  mayBeUnshown?: true;
}

const EXPIRES = { expiresAt: '2026-08-30' };
const SCOPES = ['read_api', 'read_repository'];
const BY_BROKER = { token: 'group', broker: 'broker' } as const;
const BY_ADMINISTRATOR = { token: 'group', broker: 'administrator' } as const;

/** Where most of what is made goes. */
export const VARIABLE = {
  target: 'ci-variable',
  project: 'example-org/portal',
  key: 'GITLAB_TOKEN',
};
const GROUP_VARIABLE = {
  target: 'ci-variable',
  group: 'example-org',
  key: 'GITLAB_TOKEN',
};
const REVEAL = { target: 'reveal' };
const MERGE_REQUEST = {
  target: 'sops-merge-request',
  project: REPOSITORY,
  path: PATH,
};

const overlap = { mode: 'overlap', authority: 'broker' } as const;
const inPlace = { mode: 'in-place', authority: 'broker' } as const;
const alone = { mode: null, authority: 'broker' } as const;

const DECLARED = {
  group: { kind: 'group', owner: 'example-org', role: 'developer' },
  project: { kind: 'project', owner: 'example-org/portal', role: 'developer' },
  account: { kind: 'service-account', owner: 'deployer' },
  personal: {},
} as const;

function rotateCredential(
  credential: 'group' | 'project' | 'personal' | 'account',
  id: number,
  settings: Partial<Scenario> & { deliver?: Delivery[] } = {},
): Scenario {
  const { deliver, work = overlap, ...rest } = settings;
  const mode = work.mode ?? 'overlap';
  const words = `rotate a ${credential} credential, ${mode}`;
  return {
    name: words,
    file: { token: credential, broker: 'broker' },
    environment: { declared: DECLARED[credential] },
    plan: planner =>
      planner.planCredentialRotation('dev', { ...EXPIRES, mode, deliver }),
    work,
    ends: { tokens: [id] },
    makes: 'access',
    ...rest,
  };
}

function rotateToken(
  token: keyof typeof REFS,
  ends: Scenario['ends'],
  settings: Partial<Scenario> & { deliver: Delivery[] },
): Scenario {
  const { deliver, work = overlap, ...rest } = settings;
  const mode = work.mode ?? 'overlap';
  const targets = deliver.map(it => it.target).join(' and ');
  return {
    name: `rotate a ${token} token, ${mode}, to ${targets}`,
    file: { token: null, broker: 'broker' },
    plan: planner =>
      planner.planRotation(REFS[token], { ...EXPIRES, mode, deliver }),
    work,
    ends,
    makes: ends.deployTokens ? 'deploy' : 'access',
    ...rest,
  };
}

function issue(
  kind: Parameters<Planner['planIssue']>[0]['kind'],
  owner: string,
  settings: Partial<Scenario> & { deliver: Delivery[] },
): Scenario {
  const { deliver, ...rest } = settings;
  const isDeploy = kind.endsWith('-deploy');
  const role = kind === 'group' || kind === 'project' ? 'developer' : undefined;
  return {
    name: `issue a ${kind} token to ${deliver
      .map(it => it.target)
      .join(' and ')}`,
    file: BY_BROKER,
    plan: planner =>
      planner.planIssue({
        ...{ environment: 'dev', kind, owner, role, deliver, ...EXPIRES },
        name: 'made for the build',
        scopes: isDeploy ? ['read_repository'] : SCOPES,
      }),
    work: alone,
    ends: {},
    makes: isDeploy ? 'deploy' : 'access',
    ...rest,
  };
}

function revoke(
  token: keyof typeof REFS,
  ends: Scenario['ends'],
  settings: Partial<Scenario> = {},
): Scenario {
  return {
    name: `revoke a ${token} token`,
    file: BY_BROKER,
    plan: planner => planner.planRevocation(REFS[token]),
    work: alone,
    ends,
    makes: 'nothing',
    ...settings,
  };
}

const PASTE: Scenario = {
  name: 'paste a personal token',
  file: { token: 'personal', broker: 'broker' },
  environment: { declared: { kind: 'personal' } },
  plan: planner => planner.planPaste('dev', Secret.of(VALUES.pasted)),
  pasted: VALUES.pasted,
  work: alone,
  ends: {},
  makes: 'nothing',
};

/** Everything that the broker does, for every kind, mode and target. */
export const SCENARIOS: Scenario[] = [
  rotateCredential('group', 101),
  rotateCredential('project', 102),
  rotateCredential('account', 104),
  rotateCredential('personal', 103, {
    file: { token: 'personal', broker: 'administrator' },
  }),
  rotateCredential('group', 101, { work: inPlace }),
  rotateCredential('project', 102, { work: inPlace }),
  rotateCredential('personal', 103, {
    name: 'let a personal credential rotate itself',
    file: { token: 'personal', broker: null },
    work: { mode: 'in-place', authority: 'self' },
    mayLoseValue: true,
  }),
  rotateCredential('group', 101, {
    name: 'rotate a group credential by a merge request',
    deliver: [MERGE_REQUEST],
  }),
  rotateToken('project', { tokens: [102] }, { deliver: [VARIABLE] }),
  rotateToken(
    'project',
    { tokens: [102] },
    { deliver: [VARIABLE], work: inPlace },
  ),
  rotateToken(
    'groupDeploy',
    { deployTokens: [1] },
    { deliver: [GROUP_VARIABLE] },
  ),
  rotateToken('projectDeploy', { deployTokens: [2] }, { deliver: [VARIABLE] }),
  rotateToken(
    'impersonation',
    { tokens: [105] },
    {
      deliver: [VARIABLE],
      file: { token: null, broker: 'administrator' },
    },
  ),
  rotateToken('account', { tokens: [104] }, { deliver: [VARIABLE] }),
  issue('group', 'example-org', { deliver: [VARIABLE] }),
  issue('project', 'example-org/portal', { deliver: [REVEAL] }),
  issue('group-deploy', 'example-org', { deliver: [REVEAL] }),
  issue('project-deploy', 'example-org/portal', {
    deliver: [VARIABLE, GROUP_VARIABLE],
  }),
  issue('service-account', 'deployer', { deliver: [VARIABLE, REVEAL] }),
  issue('personal', 'dana', { deliver: [REVEAL], file: BY_ADMINISTRATOR }),
  issue('impersonation', 'dana', {
    deliver: [VARIABLE],
    file: BY_ADMINISTRATOR,
  }),
  PASTE,
  revoke(
    'group',
    { tokens: [101] },
    { file: { token: null, broker: 'broker' } },
  ),
  revoke('project', { tokens: [102] }),
  revoke('account', { tokens: [104] }),
  revoke('personal', { tokens: [103] }, { file: BY_ADMINISTRATOR }),
  revoke('impersonation', { tokens: [105] }, { file: BY_ADMINISTRATOR }),
  revoke('groupDeploy', { deployTokens: [1] }),
  revoke('projectDeploy', { deployTokens: [2] }),
  revoke(
    'alone',
    { tokens: [109] },
    {
      name: 'revoke the credential that speaks for itself',
      file: { token: 'alone', broker: null },
      work: { mode: null, authority: 'credential' },
    },
  ),
];

/** The scenario of that name. */
export function scenarioNamed(name: string): Scenario {
  const found = SCENARIOS.find(it => it.name === name);
  if (!found) {
    throw new Error(`There is no scenario "${name}"`);
  }
  return found;
}

/** One scenario for each way through the engine. */
export const WAYS: Scenario[] = [
  'rotate a group credential, overlap',
  'rotate a group credential, in-place',
  'let a personal credential rotate itself',
  'rotate a group credential by a merge request',
  'rotate a projectDeploy token, overlap, to ci-variable',
  'rotate a project token, in-place, to ci-variable',
  'issue a project token to reveal',
  'issue a service-account token to ci-variable and reveal',
  'paste a personal token',
  'revoke a group token',
  'revoke the credential that speaks for itself',
].map(scenarioNamed);
