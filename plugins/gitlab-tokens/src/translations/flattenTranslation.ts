import { messages } from '../messages';

/** The texts of one language, by the groups of the English ones. */
export type Translation = { [key: string]: string | Translation };

/** The keys of the messages, `group.key`, as Backstage's translation API wants them. */
type KeysOf<Messages> = {
  [Key in keyof Messages & string]: Messages[Key] extends string
    ? Key
    : `${Key}.${KeysOf<Messages[Key]>}`;
}[keyof Messages & string];

type Texts = Record<KeysOf<typeof messages>, string>;

function entriesOf(
  translation: Translation,
  prefix: string,
): [key: string, text: string][] {
  return Object.entries(translation).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : entriesOf(value, `${prefix}${key}.`),
  );
}

/** Every text by its whole key: `{ page: { title } }` becomes `{ 'page.title' }`. */
export function flattenTranslation(translation: Translation): Texts {
  // The plural forms are those of the language, not of English: translations.test.ts sees to it that none is missing
  return Object.fromEntries(entriesOf(translation, '')) as Texts;
}
