import { spawnSync } from 'node:child_process';
import { inspect } from 'node:util';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { parse } from 'yaml';
import { scopesOfKind } from '../scopes';
import { aContext } from './__fixtures__/contexts';
import {
  VALUE_PLACEHOLDER,
  fillRecipe,
  maskRecipe,
  shellWord,
  urlPart,
  xmlText,
  yamlText,
} from './blocks';
import { recipesFor } from './recipesFor';
import { RecipeBlock, RecipeId } from './types';

const isToken = (text: string) => /^[^\s\p{C}]+$/u.test(text);

/** What GitLab makes, and whatever else a token could be at worst. */
const values = fc.oneof(
  fc.stringMatching(/^glpat-[0-9A-Za-z_.-]{20,40}$/),
  fc.string({ minLength: 1, unit: 'grapheme' }).filter(isToken),
  fc.string({ minLength: 1, unit: fc.constantFrom(...`'"\\$\`&<>%:@/#;!()*`) }),
);

const block = (
  language: RecipeBlock['language'],
  template: string,
  valueIn?: RecipeBlock['valueIn'],
): RecipeBlock => ({ language, template, valueIn });

const blockOf = (id: RecipeId, file: string | undefined) => {
  const scopes = scopesOfKind('group');
  const recipe = recipesFor(aContext('group', { scopes })).find(
    it => it.id === id,
  );
  const found = recipe?.blocks.find(it => it.file === file);
  if (!found) {
    throw new Error(`no ${file} in ${id}`);
  }
  return found;
};

/** What a shell makes of words, without running any of them. */
const wordsOf = (...words: string[]) =>
  spawnSync('sh', ['-c', `printf '%s\\n' ${words.join(' ')}`], {
    encoding: 'utf8',
  }).stdout.slice(0, -1);

describe('fillRecipe', () => {
  it('writes JSON that holds exactly the value', () => {
    const auth = blockOf('composer', 'auth.json');
    fc.assert(
      fc.property(values, value => {
        expect(JSON.parse(fillRecipe(auth, value))).toEqual({
          'gitlab-token': { 'gitlab.example.com': value },
        });
      }),
    );
  });

  it('writes YAML that holds exactly the value', () => {
    const one = block('yaml', `token: "${VALUE_PLACEHOLDER}"`);
    fc.assert(
      fc.property(values, value => {
        expect(parse(fillRecipe(one, value))).toEqual({ token: value });
      }),
    );
  });

  it('writes well-formed XML that holds exactly the value', () => {
    const template = `<a b="${VALUE_PLACEHOLDER}"><c>${VALUE_PLACEHOLDER}</c></a>`;
    const parser = new XMLParser({
      ignoreAttributes: false,
      parseTagValue: false,
      trimValues: false,
    });
    fc.assert(
      fc.property(values, value => {
        const text = fillRecipe(block('xml', template), value);
        expect(XMLValidator.validate(text)).toBe(true);
        expect(parser.parse(text)).toEqual({ a: { '@_b': value, c: value } });
      }),
    );
  });

  it('writes the user part of a URL so that the URL holds exactly the value', () => {
    const configuration = blockOf('pip', 'pip.conf');
    fc.assert(
      fc.property(values, value => {
        const [, url] = fillRecipe(configuration, value).split('index-url = ');
        expect(url).toMatch(/^[\w.~%:/@-]+$/);
        const { username, password, host } = new URL(url);
        expect([username, decodeURIComponent(password), host]).toEqual([
          'oauth2',
          value,
          'gitlab.example.com',
        ]);
      }),
    );
  });

  it('writes a .netrc whose password is exactly the value', () => {
    const netrc = blockOf('go', '~/.netrc');
    fc.assert(
      fc.property(values, value => {
        const text = fillRecipe(netrc, value);
        const [, password] = text.split(' password ');
        expect(text.split('\n')).toHaveLength(1);
        expect(password.startsWith('"') ? JSON.parse(password) : password).toBe(
          value,
        );
        expect(password).toMatch(/^("(\\.|[^"\\])+"|[^"\\#\s]+)$/);
      }),
    );
  });

  it('writes shell words that a shell reads as exactly the value', () => {
    const variable = blockOf('curl', undefined);
    const auth = blockOf('composer', undefined);
    fc.assert(
      fc.property(values, value => {
        const [, word] = fillRecipe(variable, value).split(
          'export GITLAB_TOKEN=',
        );
        const [, json] = fillRecipe(auth, value).split('export COMPOSER_AUTH=');
        const [read, readJson] = wordsOf(word, json).split('\n');
        expect(read).toBe(value);
        expect(JSON.parse(readJson)).toEqual({
          'gitlab-token': { 'gitlab.example.com': value },
        });
      }),
      { numRuns: 50 },
    );
  });

  it('refuses what is no token, without repeating it', () => {
    const thrownFor = (value: string): unknown => {
      try {
        return fillRecipe(block('ini', VALUE_PLACEHOLDER), value);
      } catch (error) {
        return error;
      }
    };
    for (const value of ['', 'secret one', 'secret\n', 'secret\0', '\ud800']) {
      const thrown = thrownFor(value);
      expect(thrown).toBeInstanceOf(TypeError);
      expect(inspect(thrown)).not.toContain('secret');
    }
  });
});

describe('maskRecipe', () => {
  it('shows where the value goes, and no placeholder', () => {
    expect(maskRecipe(blockOf('go', '~/.netrc'))).toBe(
      'machine gitlab.example.com login oauth2 password ••••••••',
    );
    expect(maskRecipe(block('ini', `${VALUE_PLACEHOLDER}=`.repeat(2)))).toBe(
      '••••••••=••••••••=',
    );
  });
});

describe('the other words of a recipe', () => {
  it('are escaped for their places, too', () => {
    fc.assert(
      fc.property(values, word => {
        expect(wordsOf(shellWord(word))).toBe(word);
        expect(parse(`- ${yamlText(word)}`)).toEqual([word]);
        expect(decodeURIComponent(urlPart(word))).toBe(word);
        expect(XMLValidator.validate(`<a>${xmlText(word)}</a>`)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
