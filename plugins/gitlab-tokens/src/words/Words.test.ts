import {
  ROLES,
  TOKEN_KINDS,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { englishWords } from '../__testUtils__/words';
import { Reach } from '../model/reach';
import { reachWords } from './reach';
import { kindWord, roleWord } from './Words';

const { t } = englishWords();

describe('the words of GitLab', () => {
  it('names every kind of token', () => {
    expect(TOKEN_KINDS.map(kind => kindWord(kind, t))).toEqual([
      'personal access token',
      'impersonation token',
      'group access token',
      'project access token',
      'service account token',
      'group deploy token',
      'project deploy token',
    ]);
  });

  it('names every role', () => {
    expect(ROLES.map(role => roleWord(role, t))).toEqual([
      'Minimal Access',
      'Guest',
      'Planner',
      'Reporter',
      'Security Manager',
      'Developer',
      'Maintainer',
      'Owner',
    ]);
  });

  it('leaves a role that it does not know as it is', () => {
    expect(roleWord('level 60', t)).toBe('level 60');
  });
});

describe('reachWords', () => {
  const EXPECTED: Record<Reach['kind'], [Reach, string][]> = {
    isOwner: [
      [{ kind: 'isOwner' }, 'Covers this: it belongs to exactly this.'],
    ],
    covers: [[{ kind: 'covers', owner: 'a' }, 'Covers this: it belongs to a.']],
    partly: [
      [
        { kind: 'partly', owner: 'a/b' },
        'Covers a part of this: it belongs to a/b.',
      ],
    ],
    outside: [
      [
        { kind: 'outside', owner: 'a' },
        'Does not cover this: it belongs to a.',
      ],
    ],
    otherHost: [
      [
        { kind: 'otherHost', host: 'gitlab.com' },
        'Does not cover this: it is for gitlab.com.',
      ],
    ],
    asUser: [
      [{ kind: 'asUser', user: 'ada' }, 'As ada: reaches what that user may.'],
      [
        { kind: 'asUser', user: null },
        'As a user: reaches what that user may.',
      ],
    ],
    unknown: [
      [{ kind: 'unknown' }, 'Whether it covers this cannot be told from here.'],
    ],
  };

  it.each(Object.values(EXPECTED).flat())('says %j', (reach, words) => {
    expect(reachWords(reach, t)).toBe(words);
  });
});
