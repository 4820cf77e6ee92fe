import { commands, environmentBlock, shellWord, xmlText } from './blocks';
import { RecipeSource, Site, packagesUrl } from './Site';
import { packageReadingNeeds } from './packageNeeds';
import { RecipeBlock } from './types';

/** Package managers whose files name a variable of the environment, so that they do not hold the value. */
export const packageRecipes: readonly RecipeSource[] = [
  {
    id: 'npm',
    needs: packageReadingNeeds,
    build: site => ({
      blocks: [environmentBlock('NPM_TOKEN'), npmConfiguration(site)],
    }),
  },
  {
    id: 'nuget',
    needs: packageReadingNeeds,
    build: site => ({
      blocks: [
        commands(
          `export GITLAB_PACKAGE_REGISTRY_USERNAME=${shellWord(site.userName)}`,
        ),
        environmentBlock('GITLAB_PACKAGE_REGISTRY_PASSWORD'),
        nugetConfiguration(site),
        commands('dotnet restore --configfile nuget.config'),
      ],
    }),
  },
  {
    id: 'maven',
    needs: packageReadingNeeds,
    build: site => ({
      blocks: [
        environmentBlock('GITLAB_TOKEN'),
        mavenSettings(site),
        mavenRepositories(site),
      ],
    }),
  },
];

/** The scope of npm packages is by convention the top group. */
function npmConfiguration(site: Site): RecipeBlock {
  const registry = `${packagesUrl(site, 'npm')}/`;
  const place = site.context.target ?? site.context.owner;
  const scope =
    place.type === 'user' ? 'SCOPE' : place.path.split('/')[0].toLowerCase();
  return {
    language: 'ini',
    file: '.npmrc',
    template: [
      `@${scope}:registry=${registry}`,
      `${registry.replace(/^\w+:/, '')}:_authToken=\${NPM_TOKEN}`,
    ].join('\n'),
  };
}

function nugetConfiguration(site: Site): RecipeBlock {
  const source = xmlText(`${packagesUrl(site, 'nuget')}/index.json`);
  return {
    language: 'xml',
    file: 'nuget.config',
    template: `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <add key="gitlab" value="${source}" />
  </packageSources>
  <packageSourceCredentials>
    <gitlab>
      <add key="Username" value="%GITLAB_PACKAGE_REGISTRY_USERNAME%" />
      <add key="ClearTextPassword" value="%GITLAB_PACKAGE_REGISTRY_PASSWORD%" />
    </gitlab>
  </packageSourceCredentials>
</configuration>`,
  };
}

function mavenSettings({ isDeployToken }: Site): RecipeBlock {
  return {
    language: 'xml',
    file: '~/.m2/settings.xml',
    template: `<settings>
  <servers>
    <server>
      <id>gitlab-maven</id>
      <configuration>
        <httpHeaders>
          <property>
            <name>${isDeployToken ? 'Deploy-Token' : 'Private-Token'}</name>
            <value>\${env.GITLAB_TOKEN}</value>
          </property>
        </httpHeaders>
      </configuration>
    </server>
  </servers>
</settings>`,
  };
}

function mavenRepositories(site: Site): RecipeBlock {
  return {
    language: 'xml',
    file: 'pom.xml',
    template: `<repositories>
  <repository>
    <id>gitlab-maven</id>
    <url>${xmlText(packagesUrl(site, 'maven'))}</url>
  </repository>
</repositories>`,
  };
}
