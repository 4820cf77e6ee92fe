import { Entity } from '@backstage/catalog-model';
import { CodeSnippet } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { useWords } from '../../hooks/useWords';
import { PROJECT_SLUG_ANNOTATION } from '../../model/gitlabTarget';

function exampleFor(entity: Entity): string {
  return [
    `apiVersion: ${entity.apiVersion}`,
    `kind: ${entity.kind}`,
    'metadata:',
    `  name: ${entity.metadata.name}`,
    '  annotations:',
    `    ${PROJECT_SLUG_ANNOTATION}: group/project`,
  ].join('\n');
}

/** For an entity that does not say which GitLab project it is: the YAML to add. */
export function MissingTarget(props: { entity: Entity }) {
  const { entity } = props;
  const { t } = useWords();
  return (
    <>
      <Typography variant="body1">
        <strong>{t('entity.missing.title')}</strong>
      </Typography>
      <Typography variant="body1">
        {t('entity.missing.description', {
          kind: entity.kind.toLocaleLowerCase('en-US'),
        })}
      </Typography>
      <CodeSnippet
        text={exampleFor(entity)}
        language="yaml"
        highlightedNumbers={[6]}
        showCopyCodeButton
      />
    </>
  );
}
