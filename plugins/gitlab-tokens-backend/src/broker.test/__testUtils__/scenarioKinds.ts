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

export const EXPIRES = { expiresAt: '2026-08-30' };
export const SCOPES = ['read_api', 'read_repository'];
export const BY_BROKER = { token: 'group', broker: 'broker' } as const;
export const BY_ADMINISTRATOR = {
  token: 'group',
  broker: 'administrator',
} as const;

/** Where most of what is made goes. */
export const VARIABLE = {
  target: 'ci-variable',
  project: 'example-org/portal',
  key: 'GITLAB_TOKEN',
};
export const GROUP_VARIABLE = {
  target: 'ci-variable',
  group: 'example-org',
  key: 'GITLAB_TOKEN',
};
export const REVEAL = { target: 'reveal' };
export const MERGE_REQUEST = {
  target: 'sops-merge-request',
  project: REPOSITORY,
  path: PATH,
};

export const overlap = { mode: 'overlap', authority: 'broker' } as const;
export const inPlace = { mode: 'in-place', authority: 'broker' } as const;
export const alone = { mode: null, authority: 'broker' } as const;

export const DECLARED = {
  group: { kind: 'group', owner: 'example-org', role: 'developer' },
  project: { kind: 'project', owner: 'example-org/portal', role: 'developer' },
  account: { kind: 'service-account', owner: 'deployer' },
  personal: {},
} as const;

export function rotateCredential(
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

export function rotateToken(
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

export function issue(
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

export function revoke(
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

export const PASTE: Scenario = {
  name: 'paste a personal token',
  file: { token: 'personal', broker: 'broker' },
  environment: { declared: { kind: 'personal' } },
  plan: planner => planner.planPaste('dev', Secret.of(VALUES.pasted)),
  pasted: VALUES.pasted,
  work: alone,
  ends: {},
  makes: 'nothing',
};
