import {
  Scenario,
  BY_ADMINISTRATOR,
  VARIABLE,
  GROUP_VARIABLE,
  REVEAL,
  MERGE_REQUEST,
  inPlace,
  rotateCredential,
  rotateToken,
  issue,
  revoke,
  PASTE,
} from './scenarioKinds';

export { VARIABLE, type Scenario } from './scenarioKinds';

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
