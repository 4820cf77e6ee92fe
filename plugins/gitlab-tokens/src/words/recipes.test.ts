import {
  Recipe,
  RECIPE_IDS,
  RECIPE_NOTES,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { englishWords } from '../__testUtils__/words';
import {
  blockWord,
  noteSentence,
  roleSentence,
  scopesSentence,
  toolWords,
} from './recipes';

const words = englishWords();
const { t } = words;

describe('the words of the recipes', () => {
  it('name every tool in its own way', () => {
    const all = RECIPE_IDS.map(id => toolWords(id, t));
    expect(new Set(all.map(({ name }) => name)).size).toBe(RECIPE_IDS.length);
    for (const { name, what } of all) {
      expect(name).not.toContain('recipeTool');
      expect(what).toMatch(/^[A-Z].*[^.]$/);
    }
  });

  it('have a sentence for every note', () => {
    const all = RECIPE_NOTES.map(note => noteSentence(note, t));
    expect(new Set(all).size).toBe(RECIPE_NOTES.length);
    for (const sentence of all) {
      expect(sentence).toMatch(/^[A-Z][^{]*.*\.$/);
    }
  });

  it('say which scopes are needed', () => {
    const scopes = [['api'], ['read_api', 'read_repository']];
    expect(scopesSentence({ scopes }, words)).toBe(
      'Needs api or read_api and read_repository.',
    );
    expect(scopesSentence({ scopes: [[]] }, words)).toBe('Any scopes will do.');
  });

  it('say which role is needed, and that the token’s is too low', () => {
    const needs: Recipe['needs'] = { scopes: [], minimumRole: 'developer' };
    expect(roleSentence(needs, null, t)).toBe(
      'Takes at least the role Developer in what it is used with.',
    );
    expect(roleSentence(needs, 'maintainer', t)).toBe(
      'Takes at least the role Developer in what it is used with.',
    );
    expect(roleSentence(needs, 'guest', t)).toBe(
      'This token’s role is Guest, which is too low. It takes Developer.',
    );
    expect(roleSentence({ scopes: [] }, 'guest', t)).toBeNull();
  });

  it('call a block by its file', () => {
    const block = { language: 'ini', template: '' } as const;
    expect(blockWord({ ...block, file: '.npmrc' }, t)).toBe('.npmrc');
    expect(blockWord(block, t)).toBe('Commands');
  });
});
