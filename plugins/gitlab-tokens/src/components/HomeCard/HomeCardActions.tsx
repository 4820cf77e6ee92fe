import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useWords } from '../../hooks/useWords';
import { environmentsRouteRef } from '../../routes';

const useStyles = makeStyles(
  theme => ({ root: { padding: theme.spacing(0.5, 1) } }),
  { name: 'GitlabTokensHomeCardActions' },
);

/** The foot of the card for the home page: the way to all environments. */
export function HomeCardActions() {
  const classes = useStyles();
  const { t } = useWords();
  const path = useRouteRef(environmentsRouteRef)();
  return (
    <Typography variant="body2" className={classes.root}>
      <Link to={path}>{t('home.link')}</Link>
    </Typography>
  );
}
