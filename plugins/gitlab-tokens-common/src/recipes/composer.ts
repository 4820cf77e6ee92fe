import { VALUE_PLACEHOLDER, singleQuoted } from './blocks';
import { RecipeSource, Site } from './Site';
import { packageReadingNeeds } from './packageNeeds';

/** Composer reads packages from a group, whatever the token belongs to. */
export const composerRecipe: RecipeSource = {
  id: 'composer',
  needs: packageReadingNeeds,
  build: site => {
    const isGitlabCom = site.host === 'gitlab.com';
    const credentials = composerCredentials(site);
    return {
      blocks: [
        {
          language: 'json',
          file: 'auth.json',
          template: JSON.stringify(credentials, null, 2),
        },
        {
          language: 'bash',
          template: ` export COMPOSER_AUTH=${singleQuoted(
            JSON.stringify(credentials),
          )}`,
          valueIn: 'json',
        },
        {
          language: 'json',
          file: 'composer.json',
          template: JSON.stringify(
            {
              repositories: [
                {
                  type: 'composer',
                  url: `${site.apiUrl}/group/${site.group.id}/-/packages/composer/packages.json`,
                },
              ],
              ...(!isGitlabCom && {
                config: { 'gitlab-domains': [composerDomain(site)] },
              }),
            },
            null,
            2,
          ),
        },
      ],
      notes: [
        'FILE_HOLDS_VALUE',
        ...(isGitlabCom ? [] : (['COMPOSER_NEEDS_GITLAB_DOMAINS'] as const)),
      ],
    };
  },
};

/** Both forms come from JSON.stringify, which leaves the placeholder as it is. */
function composerCredentials(site: Site) {
  return {
    'gitlab-token': {
      [composerDomain(site)]: site.isDeployToken
        ? { username: site.userName, token: VALUE_PLACEHOLDER }
        : VALUE_PLACEHOLDER,
    },
  };
}

/** Composer knows an instance by its host and port, and by the path that it is under. */
function composerDomain({ webUrl }: Site): string {
  return webUrl.replace(/^\w+:\/\//, '');
}
