import {
  Blocker,
  BLOCKERS,
  PROBLEM_CODES,
  ProblemCode,
  ProblemDetails,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { wordsIn } from '../__testUtils__/languages';
import { problemWords } from './problems';
import { ProblemContext } from './remedies';
import { Words } from './Words';

const aProblem = (
  code: Blocker | ProblemCode | 'FROM_ANOTHER_MODULE',
  details?: ProblemDetails,
) => ({ code, message: 'It broke.', action: 'Mend it.', details });

const CONTEXTS: ProblemContext[] = ['operation', 'inspection', 'listing'];

describe.each(['fr', 'ja', 'ru'])('problems in %s', language => {
  let words: Words;
  beforeAll(async () => {
    words = await wordsIn(language);
  });

  it('are said in it, code by code, and whatever was done', () => {
    const english = [...PROBLEM_CODES, ...BLOCKERS].flatMap(code =>
      CONTEXTS.flatMap(context => {
        const said = problemWords(aProblem(code), words, context);
        const isSaid = [said.what, said.action].every(
          text => /\p{L}{2}/u.test(text) && !/[{}]|It broke|Mend/.test(text),
        );
        return isSaid && !said.isEnglish ? [] : [`${code} ${context}`];
      }),
    );
    expect(english).toEqual([]);
  });

  it('are said in the backend’s words where the code is not known', () => {
    expect(problemWords(aProblem('FROM_ANOTHER_MODULE'), words)).toEqual({
      what: 'It broke.',
      action: 'Mend it.',
      original: null,
      isEnglish: true,
    });
  });

  it('bring the backend’s words along where they say more', () => {
    const { original } = problemWords(aProblem('DISK_FULL'), words);
    expect(original).toBe('It broke. Mend it.');
    const same = problemWords(aProblem('TOKEN_REVOKED'), words);
    expect(same.original).toBeNull();
    // A plan, an operation and a delivery say different things of the latter
    for (const code of ['BROKER_ROLE_TOO_LOW', 'BROKER_MISSING'] as const) {
      expect(problemWords(aProblem(code), words).original).not.toBeNull();
    }
  });

  it('hold the facts of the backend’s sentence, which then says nothing more', () => {
    const who: ProblemDetails = { source: 'broker', username: 'dana' };
    const facts: [Blocker, ProblemDetails, string[]][] = [
      [
        'BROKER_ROLE_TOO_LOW',
        { ...who, role: 'developer', neededRole: 'owner' },
        [words.t('role.developer'), words.t('role.owner')],
      ],
      [
        'BROKER_ROLE_TOO_LOW',
        { ...who, role: null, neededRole: 'owner' },
        [words.t('role.owner')],
      ],
      [
        'BROKER_ROLE_BELOW_TOKEN',
        { ...who, role: 'maintainer', tokenRole: 'owner' },
        [words.t('role.maintainer'), words.t('role.owner')],
      ],
      [
        'BROKER_SCOPE_TOO_NARROW',
        { ...who, scopes: ['read_user', 'read_api'] },
        ['read_user', 'read_api'],
      ],
      [
        'BROKER_REJECTED',
        { ...who, expiresAt: '2026-05-01' },
        [words.formats.date('2026-05-01')],
      ],
      ['BROKER_IS_BOT', who, []],
      ['BROKER_NOT_ADMINISTRATOR', who, []],
    ];
    for (const [code, details, expected] of facts) {
      const { what, original } = problemWords(aProblem(code, details), words);
      [...expected, 'dana'].forEach(fact => expect(what).toContain(fact));
      // Dates may end with a full stop of their own
      expect(what).not.toMatch(/\.\.$/);
      expect(original).toBeNull();
    }
    const itself = problemWords(
      aProblem('TOKEN_CANNOT_ROTATE_ITSELF', { scopes: ['read_api'] }),
      words,
    );
    expect(itself.what).toContain('read_api');
    expect(itself.original).toBeNull();
  });

  it('name what is behind them', () => {
    const alone = problemWords(aProblem('FILE_INVALID'), words).what;
    const { what } = problemWords(
      aProblem('FILE_INVALID', { cause: 'MAC_MISMATCH' }),
      words,
    );
    expect(what).toBe(`${alone} ${words.t('problem.MAC_MISMATCH')}`);
    expect(
      problemWords(aProblem('FILE_INVALID', { cause: 'UNHEARD_OF' }), words)
        .what,
    ).toBe(alone);
  });

  it('say what to do by what was done', () => {
    const [resumed, inspected, listed] = CONTEXTS.map(
      context =>
        problemWords(aProblem('GATEWAY_NOT_PERMITTED'), words, context).action,
    );
    expect(new Set([resumed, inspected, listed]).size).toBe(3);
  });
});

describe('problems in English', () => {
  it('are said as the backend says them', async () => {
    const words = await wordsIn('en');
    expect(problemWords(aProblem('DISK_FULL'), words)).toEqual({
      what: 'It broke.',
      action: 'Mend it.',
      original: null,
      isEnglish: true,
    });
  });
});
