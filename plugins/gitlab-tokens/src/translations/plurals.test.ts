import { wordsIn } from '../__testUtils__/languages';

const COUNTS = [0, 1, 2, 5, 21];

const SELECTED: Record<string, string[]> = {
  en: [
    '0 tokens selected',
    '1 token selected',
    '2 tokens selected',
    '5 tokens selected',
    '21 tokens selected',
  ],
  fr: [
    '0 jeton sélectionné',
    '1 jeton sélectionné',
    '2 jetons sélectionnés',
    '5 jetons sélectionnés',
    '21 jetons sélectionnés',
  ],
  ja: COUNTS.map(count => `${count} 件のトークンを選択中`),
  ru: [
    'Выбрано 0 токенов',
    'Выбран 1 токен',
    'Выбрано 2 токена',
    'Выбрано 5 токенов',
    'Выбран 21 токен',
  ],
};

const SCOPES: Record<string, string[]> = {
  en: ['0 scopes', '1 scope', '2 scopes', '5 scopes', '21 scopes'],
  fr: ['0 portée', '1 portée', '2 portées', '5 portées', '21 portées'],
  ja: COUNTS.map(count => `${count} 個のスコープ`),
  ru: [
    '0 областей действия',
    '1 область действия',
    '2 области действия',
    '5 областей действия',
    '21 область действия',
  ],
};

const DAYS: Record<string, string[]> = {
  en: ['0 days', '1 day', '2 days', '5 days', '21 days'],
  fr: ['0 jour', '1 jour', '2 jours', '5 jours', '21 jours'],
  ja: ['0 日', '1 日', '2 日', '5 日', '21 日'],
  ru: ['0 дней', '1 день', '2 дня', '5 дней', '21 день'],
};

/** Unicode's data put spaces that do not break between a number and its unit, in some versions. */
const withPlainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(Object.keys(SELECTED))('in %s', language => {
  it('counts tokens, scopes and days as the language does', async () => {
    const { t, formats } = await wordsIn(language);
    expect(COUNTS.map(count => t('tokens.selected', { count }))).toEqual(
      SELECTED[language],
    );
    expect(COUNTS.map(count => t('entity.scopes', { count }))).toEqual(
      SCOPES[language],
    );
    expect(COUNTS.map(count => withPlainSpaces(formats.days(count)))).toEqual(
      DAYS[language],
    );
  });
});

it('has a form for a million in French', async () => {
  const { t } = await wordsIn('fr');
  expect(t('tokens.selected', { count: 1_000_000 })).toBe(
    '1000000 de jetons sélectionnés',
  );
});
