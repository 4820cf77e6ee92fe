import { messages } from '../messages';
import { flattenTranslation } from './flattenTranslation';
import french from './fr';
import japanese from './ja';
import russian from './ru';

const english: Record<string, string> = flattenTranslation(messages);
const translations: Record<string, Record<string, string>> = {
  fr: french,
  ja: japanese,
  ru: russian,
};
const LANGUAGES = Object.keys(translations);

const PLURAL = /^(.+)_(zero|one|two|few|many|other)$/;

/** The keys without their plural ending: those that a count decides, and all others. */
function split(texts: Record<string, string>) {
  const keys = Object.keys(texts);
  const counted = new Set(keys.flatMap(key => PLURAL.exec(key)?.[1] ?? []));
  const plain = keys.filter(key => !PLURAL.test(key));
  return { counted: [...counted], plain };
}

function placeholdersOf(text: string): string[] {
  const names = [...text.matchAll(/\{\{(.+?)\}\}/g)].map(match => match[1]);
  return [...new Set(names)].sort();
}

/** What the English forms of a counted message mention. */
function placeholdersOfForms(key: string): string[] {
  return placeholdersOf(`${english[`${key}_one`]} ${english[`${key}_other`]}`);
}

/** Whether one form speaks of several numbers, as French says "0 jour" like "1 jour": it has to name the number. */
function isOfSeveralNumbers(language: string, form: string): boolean {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: 200 }, (_, index) => index);
  return (
    form === 'many' ||
    form === 'other' ||
    numbers.filter(number => rules.select(number) === form).length > 1
  );
}

function formsOf(language: string): string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

/** Names, which every language writes alike, and words that are the same. */
const SAME_AS_ENGLISH =
  /^(GitLab|Git|Docker|Composer|npm|NuGet|Maven|pip|twine|Go|Terraform|curl|gitlab-deploy-token|CI|Actions|Description|Administration|[^\p{L}]*)$/u;

/** What each language does not write so, outside the placeholders. */
const WRONG_TYPOGRAPHY: Record<string, RegExp[]> = {
  // A full stop for three, a straight apostrophe, a space that breaks, a missing or a wide space, quotation marks of others
  fr: [
    ...[/\.\.\./, /'/, / [:;!?»]/, /[^\s\u00a0\u202f][;!?»]/],
    ...[/\u00a0[;!?]/, /« /, /[“”"]/],
  ],
  ru: [/\.\.\./, /'/, / - /, /[“”"]/],
  // Half-width punctuation after or before what is not Latin
  ja: [
    /\.\.\./,
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][,.:;!?()]/u,
    /[,:;!?()][\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
    /[“”"]/,
  ],
};

/** Code within a sentence, which keeps its own punctuation. */
const CODE = /terraform \{ backend "http" \{\} \}/;

describe('the English messages', () => {
  it('have both forms of every message that a count decides', () => {
    const { counted } = split(english);
    expect(counted).not.toHaveLength(0);
    expect(
      counted.flatMap(key =>
        formsOf('en').filter(form => !(`${key}_${form}` in english)),
      ),
    ).toEqual([]);
  });
});

describe.each(LANGUAGES)('the translation %s', language => {
  const texts = translations[language];
  const { counted, plain } = split(english);

  it('has every message in all plural forms of the language, and no other', () => {
    const expected = [
      ...plain,
      ...counted.flatMap(key =>
        formsOf(language).map(form => `${key}_${form}`),
      ),
    ];
    const keys = new Set(Object.keys(texts));
    expect({
      missing: expected.filter(key => !keys.has(key)),
      surplus: [...keys].filter(key => !expected.includes(key)),
    }).toEqual({ missing: [], surplus: [] });
  });

  it('says something in every message', () => {
    expect(Object.keys(texts).filter(key => texts[key] === '')).toEqual([]);
  });

  it('mentions in each message what the English one mentions', () => {
    const mentioned = plain.map(key => [key, placeholdersOf(texts[key] ?? '')]);
    const expected = plain.map(key => [key, placeholdersOf(english[key])]);
    expect(mentioned).toEqual(expected);
  });

  it('mentions in each plural form what the English ones mention', () => {
    const forms = counted.flatMap(key =>
      formsOf(language).map(form => ({ key, form })),
    );
    const wrong = forms.filter(({ key, form }) => {
      const expected = placeholdersOfForms(key);
      const mentioned = placeholdersOf(texts[`${key}_${form}`] ?? '');
      const needed = expected.filter(
        name => name !== 'count' || isOfSeveralNumbers(language, form),
      );
      return !(
        needed.every(name => mentioned.includes(name)) &&
        mentioned.every(name => expected.includes(name))
      );
    });
    expect(wrong).toEqual([]);
  });

  it('leaves nothing in English', () => {
    const same = plain.filter(
      key =>
        texts[key] === english[key] &&
        !SAME_AS_ENGLISH.test(english[key].replace(/\{\{.+?\}\}/g, '')),
    );
    expect(same).toEqual([]);
  });

  it('follows the typography of the language', () => {
    const wrong = Object.entries(texts).filter(([, text]) =>
      WRONG_TYPOGRAPHY[language].some(pattern =>
        pattern.test(text.replace(CODE, '').replace(/\{\{.+?\}\}/g, 'X')),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
