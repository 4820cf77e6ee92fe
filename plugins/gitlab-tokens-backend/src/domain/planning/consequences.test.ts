import { Consequence } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { anObservation } from '../../__testUtils__/builders';
import { consequencesOf, Effects } from './consequences';
import { oldCredential } from './OldToken';

const old = oldCredential(anObservation(), { kind: 'group', groupId: 10 });
const deploy = {
  ...old,
  ref: { kind: 'group-deploy', groupId: 10, id: 7 } as const,
};

describe('consequencesOf', () => {
  it.each<[string, Partial<Effects>, Consequence[]]>([
    ['overlap', {}, ['OLD_VALUE_STOPS_AFTER_GRACE', 'BOT_USER_CHANGES']],
    [
      'overlap by somebody who may not revoke the old one',
      { retiresOld: false },
      ['OLD_TOKEN_STAYS', 'BOT_USER_CHANGES'],
    ],
    [
      'overlap of a dead token',
      { old: { ...old, state: 'expired' } },
      ['BOT_USER_CHANGES'],
    ],
    [
      'in-place',
      { mode: 'in-place', retiresOld: false },
      ['OLD_VALUE_STOPS_AT_ONCE', 'BOT_USER_STAYS'],
    ],
    [
      'overlap with a merge request',
      { targets: ['sops-merge-request'] },
      ['OLD_VALUE_STOPS_AFTER_GRACE', 'BOT_USER_CHANGES', 'WAITS_FOR_MERGE'],
    ],
    [
      // The portal stands still until somebody has merged.
      'in-place with a merge request',
      {
        mode: 'in-place',
        retiresOld: false,
        targets: ['sops-merge-request'],
      },
      [
        'PORTAL_LOSES_CREDENTIAL',
        'OLD_VALUE_STOPS_AT_ONCE',
        'BOT_USER_STAYS',
        'WAITS_FOR_MERGE',
      ],
    ],
    [
      'a token that others run on',
      { otherEnvironments: ['qa'] },
      [
        'OTHER_ENVIRONMENTS_LOSE_CREDENTIAL',
        'OLD_VALUE_STOPS_AFTER_GRACE',
        'BOT_USER_CHANGES',
      ],
    ],
    [
      'a token that others run on and that stays',
      { otherEnvironments: ['qa'], retiresOld: false },
      ['OLD_TOKEN_STAYS', 'BOT_USER_CHANGES'],
    ],
    [
      'a deploy token',
      { old: deploy, isCredential: false },
      ['OLD_VALUE_STOPS_AFTER_GRACE', 'TOKEN_IS_DELETED'],
    ],
    [
      'the revocation of a deploy token',
      { kind: 'revoke', mode: null, old: deploy, isCredential: false },
      ['TOKEN_STOPS_AT_ONCE', 'TOKEN_IS_DELETED'],
    ],
    [
      'the revocation of a credential',
      { kind: 'revoke', mode: null },
      ['PORTAL_LOSES_CREDENTIAL', 'TOKEN_STOPS_AT_ONCE'],
    ],
    ['an issue', { kind: 'issue', mode: null, old: null }, []],
    [
      'a paste',
      { kind: 'paste', mode: null, retiresOld: false },
      ['OLD_TOKEN_STAYS'],
    ],
  ])('%s', (_, overrides, expected) => {
    const effects: Effects = {
      kind: 'rotate',
      mode: 'overlap',
      old,
      retiresOld: true,
      isCredential: true,
      otherEnvironments: [],
      targets: ['sops-file'],
    };
    expect(consequencesOf({ ...effects, ...overrides })).toEqual(expected);
  });
});
