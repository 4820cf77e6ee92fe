import { aToken } from '../__testUtils__/tokens';
import { isBelow, placeOf, recipeContextOf } from './recipes';
import { recipesOutOfReach } from './recipesOutOfReach';

const project = { type: 'project', id: 20, path: 'example-org/api' } as const;
const webUrl = 'https://gitlab.example.com';

describe('recipeContextOf', () => {
  it('takes from a token what recipes are made of, and nothing else', () => {
    const token = aToken({ kind: 'project', owner: project, name: 'ci' });
    expect(recipeContextOf(token, { webUrl })).toEqual({
      kind: 'project',
      scopes: ['read_api'],
      name: 'ci',
      username: 'group_10_bot_1',
      owner: project,
      webUrl,
    });
  });

  it('lets placeholders stand for an owner whose path is not known', () => {
    const token = aToken({ owner: { type: 'group', id: 10, path: null } });
    expect(recipeContextOf(token, { webUrl }).owner.type).toBe('user');
  });
});

describe('placeOf', () => {
  const target = { ...project, host: null };

  it('is what the entity says', () => {
    expect(placeOf(target, [])).toEqual(project);
  });

  it('learns the number, or the path, from a token of the project', () => {
    const tokens = [aToken(), aToken({ kind: 'project', owner: project })];
    const named = { ...target, id: null, path: 'Example-Org/API' };
    expect(placeOf(named, tokens)).toEqual({ ...project, path: named.path });
    expect(placeOf({ ...target, path: null }, tokens)).toEqual(project);
  });

  it('passes over owners whose path is not known either', () => {
    const nameless = { type: 'project', id: 99, path: null } as const;
    const tokens = [nameless, project].map(owner => aToken({ owner }));
    expect(placeOf({ ...target, path: null }, tokens)).toEqual(project);
  });

  it('is not known where nothing tells the number', () => {
    expect(placeOf({ ...target, id: null }, [aToken()])).toBeUndefined();
  });
});

describe('recipesOutOfReach', () => {
  it('names what the kind could do with other scopes', () => {
    const token = aToken({
      kind: 'project-deploy',
      owner: project,
      scopes: ['read_package_registry', 'read_repository'],
    });
    const ids = recipesOutOfReach(recipeContextOf(token, { webUrl })).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['docker-login', 'twine']);
  });

  it('names nothing where the scopes allow everything', () => {
    const token = aToken({ scopes: ['api'] });
    expect(recipesOutOfReach(recipeContextOf(token, { webUrl }))).toEqual([]);
  });
});

describe('isBelow', () => {
  it('compares roles by their level', () => {
    expect(isBelow('guest', 'reporter')).toBe(true);
    expect(isBelow('reporter', 'reporter')).toBe(false);
    expect(isBelow('owner', 'maintainer')).toBe(false);
  });
});
