import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useWords } from '../../hooks/useWords';
import { FileExample } from '../code';

const useStyles = makeStyles(
  theme => ({
    panel: {
      display: 'grid',
      gap: theme.spacing(1.5),
      padding: theme.spacing(3),
    },
  }),
  { name: 'GitlabTokensNoEnvironments' },
);

const EXAMPLE = `gitlabTokens:
  environment: local
  sops:
    directory: ./sops
  environments:
    local:
      title: Local development
      file: local.enc.yaml
      credential:
        kind: personal
        name: Backstage (localhost)
        scopes: [read_user, read_api, read_repository]
    dev:
      title: Development
      file: dev.enc.yaml
      credential:
        kind: group
        owner: example-org
        role: developer
        scopes: [read_api, read_repository, write_repository]
`;

/** Instead of the cards while no environment is configured: the YAML to add. */
export function NoEnvironments() {
  const classes = useStyles();
  const { t } = useWords();
  return (
    <Card className={classes.panel}>
      <Typography variant="h5" component="h2">
        {t('empty.title')}
      </Typography>
      <Typography variant="body1">{t('empty.description')}</Typography>
      <FileExample file="app-config.yaml" text={EXAMPLE} />
    </Card>
  );
}
