import {
  aLockedEnvironment,
  anEnvironment,
  anObservation,
  aPersonalEnvironment,
} from '../__testUtils__/environments';
import { GitlabTarget } from './gitlabTarget';
import { reachOf } from './reach';

const project = (
  path: string | null,
  overrides: Partial<GitlabTarget> = {},
): GitlabTarget => ({
  type: 'project',
  host: 'gitlab.example.com',
  path,
  id: null,
  ...overrides,
});

const ofProject = (id: number, path: string | null) =>
  anEnvironment({
    observed: anObservation({
      kind: 'project',
      owner: { type: 'project', id, path },
    }),
    declared: {},
  });

describe('reachOf', () => {
  it('lets a group token cover its projects and those of its subgroups', () => {
    const environment = anEnvironment();
    const covers = { kind: 'covers', owner: 'example-org' };
    expect(reachOf(environment, project('example-org/api'))).toEqual(covers);
    expect(reachOf(environment, project('Example-Org/a/b'))).toEqual(covers);
  });

  it('is not misled by a group whose name only begins alike', () => {
    expect(reachOf(anEnvironment(), project('example-org-2/api'))).toEqual({
      kind: 'outside',
      owner: 'example-org',
    });
  });

  it('keeps instances apart', () => {
    const elsewhere = project('example-org/api', { host: 'gitlab.com' });
    expect(reachOf(anEnvironment(), elsewhere)).toEqual({
      kind: 'otherHost',
      host: 'gitlab.example.com',
    });
    const anywhere = project('example-org/api', { host: null });
    expect(reachOf(anEnvironment(), anywhere).kind).toBe('covers');
  });

  it('compares a project token with its project, by number or by path', () => {
    const environment = ofProject(21, 'example-org/api');
    expect(reachOf(environment, project('example-org/api')).kind).toBe(
      'isOwner',
    );
    expect(reachOf(environment, project('example-org/web')).kind).toBe(
      'outside',
    );
    expect(reachOf(environment, project(null, { id: 21 })).kind).toBe(
      'isOwner',
    );
    expect(reachOf(environment, project(null, { id: 22 })).kind).toBe(
      'outside',
    );
    expect(reachOf(ofProject(21, null), project('a/b')).kind).toBe('unknown');
  });

  it('says for a user’s token only as whom it acts', () => {
    const target = project('example-org/api');
    expect(reachOf(aPersonalEnvironment(), target)).toEqual({
      kind: 'asUser',
      user: 'ada',
    });
    expect(
      reachOf(
        aLockedEnvironment({ declared: { kind: 'service-account' } }),
        target,
      ),
    ).toEqual({ kind: 'asUser', user: null });
  });

  it('goes by the declaration where GitLab has not answered', () => {
    const locked = aLockedEnvironment();
    expect(reachOf(locked, project('example-org/api')).kind).toBe('covers');
    const bare = aLockedEnvironment({ declared: {} });
    expect(reachOf(bare, project('example-org/api')).kind).toBe('unknown');
  });

  it('tells which part of a group a token covers', () => {
    const group = (path: string) => project(path, { type: 'group' });
    const subgroup = anEnvironment({
      observed: anObservation({
        owner: { type: 'group', id: 11, path: 'example-org/payments' },
      }),
    });
    expect(reachOf(anEnvironment(), group('example-org')).kind).toBe('isOwner');
    expect(reachOf(subgroup, group('example-org')).kind).toBe('partly');
    expect(reachOf(subgroup, group('example-org/platform')).kind).toBe(
      'outside',
    );
  });
});
