import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import HomeIcon from '@material-ui/icons/Home';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { AttentionBadge } from '../AttentionBadge';
import { StateBadge } from '../StateBadge';

const useStyles = makeStyles(
  theme => ({
    header: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.5),
      overflowWrap: 'anywhere',
    },
    title: { margin: 0 },
    name: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      // As high as with the chip, so that the badges of all cards stand at the same height
      minHeight: 24,
    },
    current: { margin: 0 },
    badges: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      marginTop: theme.spacing(0.5),
    },
  }),
  { name: 'GitlabTokensEnvironmentCardHeader' },
);

/** Title and name of an environment, whether this portal runs as it, and its state. */
export function EnvironmentCardHeader(props: {
  environment: Environment;
  titleId: string;
}) {
  const { environment, titleId } = props;
  const classes = useStyles();
  const { t } = useWords();
  return (
    <div className={classes.header}>
      <Typography
        id={titleId}
        variant="h6"
        component="h2"
        className={classes.title}
      >
        {environment.title}
      </Typography>
      <div className={classes.name}>
        {environment.title !== environment.name && (
          <Typography variant="body2" color="textSecondary" component="span">
            {environment.name}
          </Typography>
        )}
        {environment.current && (
          <Chip
            size="small"
            icon={<HomeIcon aria-hidden />}
            label={t('card.current')}
            title={t('card.currentHint')}
            className={classes.current}
          />
        )}
      </div>
      <div className={classes.badges}>
        <StateBadge environment={environment} />
        <AttentionBadge environment={environment} />
      </div>
    </div>
  );
}
