import { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useWords } from '../../hooks/useWords';
import { PROJECT_SLUG_ANNOTATION } from '../../model/gitlabTarget';
import { CodeFigure } from '../code';

const useStyles = makeStyles(
  theme => ({
    missing: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
    },
  }),
  { name: 'GitlabTokensMissingTarget' },
);

/** What the file of the entity says, and the lines that it lacks. */
function exampleFor(entity: Entity): [present: string, lacking: string] {
  const { apiVersion, kind, metadata } = entity;
  return [
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${metadata.name}\n`,
    `  annotations:\n    ${PROJECT_SLUG_ANNOTATION}: group/project`,
  ];
}

/** For an entity that does not say which GitLab project it is: the YAML to add. */
export function MissingTarget(props: { entity: Entity }) {
  const { entity } = props;
  const classes = useStyles();
  const { t } = useWords();
  const [present, lacking] = exampleFor(entity);
  return (
    <div className={classes.missing}>
      <Typography variant="body1">
        <strong>{t('entity.missing.title')}</strong>
      </Typography>
      <Typography variant="body1">
        {t('entity.missing.description', {
          kind: entity.kind.toLocaleLowerCase('en-US'),
        })}
      </Typography>
      <CodeFigure
        caption="catalog-info.yaml"
        name="catalog-info.yaml"
        text={() => present + lacking}
      >
        {present}
        <strong>{lacking}</strong>
      </CodeFigure>
    </div>
  );
}
