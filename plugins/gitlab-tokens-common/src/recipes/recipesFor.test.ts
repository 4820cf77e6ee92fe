import { scopesOfKind } from '../scopes';
import { TOKEN_KINDS, TokenKind } from '../tokens';
import { aContext, group, project } from './__fixtures__/contexts';
import { recipesFor } from './recipesFor';
import { RECIPE_IDS, RecipeId } from './types';

const idsOf = (kind: TokenKind, scopes: readonly string[], fields = {}) =>
  recipesFor(aContext(kind, { scopes, ...fields })).map(({ id }) => id);

const PACKAGES: RecipeId[] = ['composer', 'npm', 'nuget', 'maven', 'pip'];
const OF_API: RecipeId[] = [
  'git-clone',
  'docker-login',
  'dependency-proxy',
  ...PACKAGES,
  'twine',
  'go',
  'terraform-state',
  'ci-variable',
  'curl',
];
const withoutProxy = OF_API.filter(id => id !== 'dependency-proxy');

describe('recipesFor', () => {
  it.each<[TokenKind, string[], RecipeId[]]>([
    ['personal', ['api'], OF_API],
    ['impersonation', ['api'], OF_API],
    ['service-account', ['api'], OF_API],
    ['group', ['api'], OF_API],
    ['project', ['api'], withoutProxy],
    ['personal', ['read_api'], ['docker-login', 'ci-variable', 'curl']],
    ['personal', ['read_user'], ['curl']],
    ['project', ['self_rotate'], ['curl']],
    ['project', ['read_repository'], ['git-clone', 'ci-variable', 'curl']],
    ['group', ['write_repository'], ['git-clone', 'ci-variable', 'curl']],
    [
      'group',
      ['read_api', 'read_repository'],
      ['git-clone', 'docker-login', 'go', 'ci-variable', 'curl'],
    ],
    [
      'personal',
      ['read_registry'],
      ['docker-login', 'dependency-proxy', 'ci-variable', 'curl'],
    ],
    ['group', ['read_registry'], ['docker-login', 'ci-variable', 'curl']],
    [
      'group',
      ['read_registry', 'write_registry'],
      ['docker-login', 'dependency-proxy', 'ci-variable', 'curl'],
    ],
    [
      'group',
      ['read_virtual_registry', 'read_registry'],
      ['docker-login', 'dependency-proxy', 'ci-variable', 'curl'],
    ],
    ['group', ['read_virtual_registry'], ['curl']],
    [
      'project',
      ['read_registry', 'write_registry'],
      ['docker-login', 'ci-variable', 'curl'],
    ],
    ['project', ['write_registry'], ['curl']],
    ['project-deploy', ['read_repository'], ['git-clone', 'ci-variable']],
    ['project-deploy', ['read_registry'], ['docker-login', 'ci-variable']],
    ['project-deploy', ['write_registry'], []],
    [
      'project-deploy',
      ['read_package_registry'],
      [...PACKAGES, 'ci-variable', 'curl'],
    ],
    [
      'group-deploy',
      ['write_package_registry'],
      [...PACKAGES, 'twine', 'ci-variable', 'curl'],
    ],
    [
      'group-deploy',
      ['read_registry', 'write_registry'],
      ['docker-login', 'dependency-proxy', 'ci-variable'],
    ],
    [
      'group-deploy',
      ['read_virtual_registry', 'write_virtual_registry'],
      ['dependency-proxy'],
    ],
    ['group-deploy', ['read_virtual_registry'], []],
    [
      'project-deploy',
      ['read_registry', 'write_registry'],
      ['docker-login', 'ci-variable'],
    ],
  ])('gives a %s token with %j what it is good for', (kind, scopes, ids) => {
    expect(idsOf(kind, scopes)).toEqual(ids);
  });

  it('knows that a deploy token reaches jobs by its name', () => {
    const name = 'gitlab-deploy-token';
    const scopes = ['read_registry'];
    expect(idsOf('project-deploy', scopes, { name })).toContain(
      'ci-deploy-token',
    );
    expect(
      idsOf('project-deploy', ['read_package_registry'], { name }),
    ).not.toContain('ci-deploy-token');
    expect(idsOf('project', scopes, { name })).not.toContain('ci-deploy-token');
  });

  it.each(TOKEN_KINDS)(
    'says of every recipe of a %s token which scopes suffice, and keeps to it',
    kind => {
      const all = recipesFor(
        aContext(kind, {
          scopes: scopesOfKind(kind),
          name: 'gitlab-deploy-token',
        }),
      );
      expect(all.map(({ id }) => id)).toEqual(
        RECIPE_IDS.filter(known => all.some(({ id }) => id === known)),
      );
      for (const { id, needs } of all) {
        for (const scopes of needs.scopes) {
          const fields = { name: 'gitlab-deploy-token' };
          expect(idsOf(kind, scopes, fields)).toContain(id);
          expect(scopesOfKind(kind)).toEqual(expect.arrayContaining(scopes));
        }
        const isForAll = needs.scopes.some(scopes => scopes.length === 0);
        expect(
          idsOf(kind, [], { name: 'gitlab-deploy-token' }).includes(id),
        ).toBe(isForAll);
        expect(needs.minimumRole === undefined).toBe(
          kind.endsWith('deploy') || ['curl', 'ci-variable'].includes(id),
        );
      }
    },
  );

  it('lets capitals stand for what is not known, and says so', () => {
    const notesOf = (kind: TokenKind, id: RecipeId, fields = {}) => {
      const context = aContext(kind, {
        scopes: scopesOfKind(kind),
        target: undefined,
        registryHost: undefined,
        username: null,
        ...fields,
      });
      return recipesFor(context).find(it => it.id === id)?.notes;
    };
    expect(notesOf('personal', 'git-clone')).toContain('CHOOSE_PROJECT');
    expect(notesOf('personal', 'npm')).toContain('CHOOSE_PROJECT');
    expect(notesOf('personal', 'composer')).toContain('CHOOSE_GROUP');
    expect(notesOf('personal', 'dependency-proxy')).toContain('CHOOSE_GROUP');
    expect(notesOf('personal', 'docker-login')).toContain(
      'CHOOSE_REGISTRY_HOST',
    );
    expect(notesOf('project-deploy', 'git-clone')).toContain(
      'CHOOSE_DEPLOY_USER',
    );
    // The variable CI_DEPLOY_USER holds it.
    expect(
      notesOf('project-deploy', 'ci-deploy-token', {
        name: 'gitlab-deploy-token',
        target: project,
      }),
    ).toEqual(['BY_ITS_NAME']);
    expect(notesOf('group', 'npm')).toEqual(['KEEP_OUT_OF_HISTORY']);
    expect(notesOf('group', 'git-clone', { target: project })).toEqual([
      'KEEP_OUT_OF_HISTORY',
    ]);
    expect(notesOf('project', 'composer', { target: group })).not.toContain(
      'CHOOSE_GROUP',
    );
    expect(
      notesOf('personal', 'docker-login', { webUrl: 'https://gitlab.com' }),
    ).toEqual(['KEEP_OUT_OF_HISTORY']);
  });

  it('refuses what is no URL', () => {
    expect(() => recipesFor(aContext('project', { webUrl: 'gitlab' }))).toThrow(
      'Invalid URL',
    );
  });
});
