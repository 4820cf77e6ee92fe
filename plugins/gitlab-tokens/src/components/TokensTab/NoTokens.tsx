import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';
import { useWords } from '../../hooks/useWords';
import { FileExample } from '../code';

const useStyles = makeStyles(
  theme => ({
    panel: { padding: theme.spacing(3), overflowWrap: 'anywhere' },
    action: { alignSelf: 'flex-start', marginTop: theme.spacing(2) },
  }),
  { name: 'GitlabTokensNoTokens' },
);

const EXAMPLE = `gitlabTokens:
  environments:
    dev:
      owners: [example-org, example-org/payments]
`;

function Panel(props: {
  title: string;
  description: string;
  children?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <Card className={classes.panel} role="status">
      <Typography variant="h5" component="h2">
        {props.title}
      </Typography>
      <Typography variant="body1">{props.description}</Typography>
      {props.children}
    </Card>
  );
}

/** Instead of the table: no owners are configured, and the YAML to add. */
export function NoOwners() {
  const { t } = useWords();
  return (
    <Panel
      title={t('tokenEmpty.noOwners.title')}
      description={t('tokenEmpty.noOwners.description')}
    >
      <FileExample file="app-config.yaml" text={EXAMPLE} />
      <Typography variant="body1">{t('tokenEmpty.noOwners.broker')}</Typography>
    </Panel>
  );
}

/** Why a list is empty although owners are configured. */
export type Emptiness = 'notListed' | 'noTokens' | 'noMatch' | 'noPage';

/** Instead of the rows: why there are none, and how to come to some. */
export function NoTokens(props: {
  why: Emptiness;
  onClear: () => void;
  onFirstPage: () => void;
}) {
  const { why, onClear, onFirstPage } = props;
  const classes = useStyles();
  const { t } = useWords();
  return (
    <Panel
      title={t(`tokenEmpty.${why}.title`)}
      description={t(`tokenEmpty.${why}.description`)}
    >
      {why === 'noMatch' && (
        <Button variant="outlined" className={classes.action} onClick={onClear}>
          {t('tokenFilter.clear')}
        </Button>
      )}
      {why === 'noPage' && (
        <Button
          variant="outlined"
          className={classes.action}
          onClick={onFirstPage}
        >
          {t('tokenEmpty.noPage.action')}
        </Button>
      )}
    </Panel>
  );
}
