import { RecipeBlock } from './types';

/**
 * Stands in a block's template where the token's value goes.
 *
 * @public
 */
export const VALUE_PLACEHOLDER = '⟦token⟧';

const MASK = '••••••••';

/**
 * The block with the value in its place, escaped for that place: a shell's single quotes, a JSON, YAML or XML text, the
 * user part of a URL, a line of a `.netrc`.
 *
 * @throws TypeError if the value is empty or holds spaces or control characters, as no token does; the message does not
 * repeat it
 * @public
 */
export function fillRecipe(block: RecipeBlock, value: string): string {
  if (!/^[^\s\p{C}]+$/u.test(value)) {
    throw new TypeError(
      'This is no token: it is empty or holds spaces or control characters. Copy the value from GitLab again.',
    );
  }
  const text = escapeFor(block.language, encodeWithin(block.valueIn, value));
  return block.template.split(VALUE_PLACEHOLDER).join(text);
}

/**
 * The block with dots where the value goes, for showing it.
 *
 * @public
 */
export function maskRecipe(block: RecipeBlock): string {
  return block.template.split(VALUE_PLACEHOLDER).join(MASK);
}

function encodeWithin(place: RecipeBlock['valueIn'], value: string): string {
  switch (place) {
    case 'url':
      return urlPart(value);
    case 'json':
      return quotedText(value);
    default:
      return value;
  }
}

function escapeFor(language: RecipeBlock['language'], value: string): string {
  switch (language) {
    case 'bash':
      return value.replace(/'/g, `'\\''`);
    case 'json':
    case 'yaml':
    case 'toml':
      return quotedText(value);
    case 'xml':
      return xmlText(value);
    case 'netrc':
      return /^[^"\\#]+$/.test(value) ? value : JSON.stringify(value);
    case 'ini':
      return value;
    default:
      throw new TypeError(
        `no recipe is written in ${language satisfies never}`,
      );
  }
}

/** The inside of a text in double quotes: JSON's escapes are YAML's and TOML's too. */
function quotedText(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/** Percent-encodes everything that is not an unreserved character of RFC 3986. */
export function urlPart(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    it => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Escaped for an element's content and for an attribute in quotes. */
export function xmlText(value: string): string {
  return value.replace(/[&<>"']/g, it => ENTITIES[it]);
}

/** One word of a shell's command line: in single quotes where it must be. */
export function shellWord(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : singleQuoted(value);
}

/** One word of a shell's command line, in single quotes. */
export function singleQuoted(value: string): string {
  return `'${escapeFor('bash', value)}'`;
}

/** A line of a YAML list, as a text in single quotes. */
export function yamlText(value: string): string {
  return `'${value.replace(/'/g, "''")}'`;
}

/** A command that sets a variable of the environment to the value, kept out of the history by the space before it. */
export function environmentBlock(variable: string): RecipeBlock {
  return {
    language: 'bash',
    template: ` export ${variable}='${VALUE_PLACEHOLDER}'`,
  };
}

/** Commands, one per line. */
export function commands(...lines: string[]): RecipeBlock {
  return { language: 'bash', template: lines.join('\n') };
}
