import {
  VALUE_PLACEHOLDER,
  commands,
  environmentBlock,
  shellWord,
  urlPart,
} from './blocks';
import { RecipeSource, Site, packagesUrl } from './Site';
import { packageReadingNeeds, packageWritingNeeds } from './packageNeeds';

/** Python's packages: installing and publishing. */
export const pythonRecipes: readonly RecipeSource[] = [
  {
    id: 'pip',
    needs: packageReadingNeeds,
    build: site => ({
      blocks: [
        {
          language: 'ini',
          file: 'pip.conf',
          template: `[global]\nindex-url = ${indexUrl(site)}`,
          valueIn: 'url',
        },
        commands('PIP_CONFIG_FILE=pip.conf pip install --no-deps PACKAGE'),
      ],
      notes: ['FILE_HOLDS_VALUE'],
    }),
  },
  {
    id: 'twine',
    needs: packageWritingNeeds,
    build: ({ apiUrl, project, userName }) => {
      const url = `${apiUrl}/projects/${project.id}/packages/pypi`;
      return {
        blocks: [
          environmentBlock('TWINE_PASSWORD'),
          commands(
            `TWINE_USERNAME=${shellWord(
              userName,
            )} python3 -m twine upload --repository-url ${shellWord(
              url,
            )} dist/*`,
          ),
        ],
      };
    },
  },
];

function indexUrl(site: Site): string {
  const login = `${urlPart(site.userName)}:${VALUE_PLACEHOLDER}@`;
  return `${packagesUrl(site, 'pypi')}/simple`.replace(
    '://',
    () => `://${login}`,
  );
}
