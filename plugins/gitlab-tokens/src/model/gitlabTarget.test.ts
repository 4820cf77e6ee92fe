import { Entity } from '@backstage/catalog-model';
import {
  gitlabTargetOf,
  isGitlabTokensAvailable,
  showsGitlabTokens,
} from './gitlabTarget';

const anEntity = (
  annotations: Record<string, string>,
  kind = 'Component',
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'api', annotations },
});

describe('gitlabTargetOf', () => {
  it('reads the annotations', () => {
    const annotations = {
      'gitlab.com/project-slug': 'example-org/payments/api',
      'gitlab.com/project-id': '21',
      'gitlab.com/instance': 'gitlab.example.com',
    };
    expect(gitlabTargetOf(anEntity(annotations))).toEqual({
      type: 'project',
      host: 'gitlab.example.com',
      path: 'example-org/payments/api',
      id: 21,
    });
  });

  it('does with the number of the project alone', () => {
    const target = gitlabTargetOf(anEntity({ 'gitlab.com/project-id': '21' }));
    expect(target).toEqual({ type: 'project', host: null, path: null, id: 21 });
  });

  it('takes no number that GitLab could not have given', () => {
    const annotations = { 'gitlab.com/project-id': 'twenty-one' };
    expect(gitlabTargetOf(anEntity(annotations))).toBeNull();
  });

  it.each([
    ['url:https://gitlab.com/a/b/c/-/tree/main/', 'gitlab.com', 'a/b/c'],
    [
      'url:https://git.example.com/a/b/-/blob/main/x.yaml',
      'git.example.com',
      'a/b',
    ],
    [
      'url:https://gitlab.example.com:8443/a/b',
      'gitlab.example.com:8443',
      'a/b',
    ],
  ])('recognises the source location %s', (location, host, path) => {
    const entity = anEntity({ 'backstage.io/source-location': location });
    expect(gitlabTargetOf(entity)).toEqual({
      type: 'project',
      host,
      path,
      id: null,
    });
  });

  it.each([
    'url:https://github.com/a/b/tree/main/',
    'url:https://gitlab.com/',
    'file:/srv/gitlab.com/a/b',
    'url:not a url',
  ])('does not take %s for a project', location => {
    const entity = anEntity({
      'backstage.io/source-location': location,
      'backstage.io/managed-by-location': location,
    });
    expect(gitlabTargetOf(entity)).toBeNull();
  });

  it('reads the path that Backstage gives to groups from GitLab', () => {
    const annotations = {
      'gitlab.example.com/team-path': 'example-org/payments',
    };
    expect(gitlabTargetOf(anEntity(annotations, 'Group'))).toEqual({
      type: 'group',
      host: 'gitlab.example.com',
      path: 'example-org/payments',
      id: null,
    });
    expect(gitlabTargetOf(anEntity(annotations))).toBeNull();
  });
});

describe('the card', () => {
  it('is available where there is a project, and else shows on components how to add one', () => {
    const withProject = anEntity(
      { 'gitlab.com/project-slug': 'a/b' },
      'System',
    );
    expect(isGitlabTokensAvailable(withProject)).toBe(true);
    expect(showsGitlabTokens(withProject)).toBe(true);
    expect(isGitlabTokensAvailable(anEntity({}))).toBe(false);
    expect(showsGitlabTokens(anEntity({}))).toBe(true);
    expect(showsGitlabTokens(anEntity({}, 'System'))).toBe(false);
  });
});
