import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/Check';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import PersonOutlineIcon from '@material-ui/icons/PersonOutline';
import ReportProblemIcon from '@material-ui/icons/ReportProblemOutlined';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { GitlabTarget } from '../../model/gitlabTarget';
import { gravestFinding } from '../../model/attention';
import { Reach, reachOf } from '../../model/reach';
import { credentialPhrase, expiryPhrase } from '../../words/credentials';
import { findingWords } from '../../words/findings';
import { reachWords } from '../../words/reach';
import { StateBadge } from '../StateBadge';

const ICONS: Record<Reach['kind'], typeof CheckIcon> = {
  isOwner: CheckIcon,
  covers: CheckIcon,
  partly: CheckIcon,
  outside: BlockIcon,
  otherHost: BlockIcon,
  asUser: PersonOutlineIcon,
  unknown: HelpOutlineIcon,
};

const useStyles = makeStyles(
  theme => ({
    row: {
      padding: theme.spacing(1.5, 0),
      fontFamily: theme.typography.fontFamily,
      overflowWrap: 'anywhere',
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
      marginBottom: theme.spacing(0.5),
    },
    name: { fontWeight: 700 },
    line: {
      display: 'flex',
      gap: theme.spacing(0.75),
      '& svg': { color: theme.palette.text.secondary },
    },
  }),
  { name: 'GitlabTokensReachRow' },
);

/** One environment: the state of its credential, what it is, and whether it reaches the project or group. */
export function ReachRow(props: {
  environment: Environment;
  target: GitlabTarget;
  environmentsPath: string;
}) {
  const { environment, target, environmentsPath } = props;
  const classes = useStyles();
  const words = useWords();
  const reach = reachOf(environment, target);
  const Icon = ICONS[reach.kind];
  const finding = gravestFinding({
    // The line above says when it expires
    findings: environment.findings.filter(
      ({ code }) => code !== 'EXPIRES_SOON',
    ),
  });
  return (
    <li className={classes.row}>
      <div className={classes.header}>
        <Link
          className={classes.name}
          to={`${environmentsPath}?environment=${encodeURIComponent(
            environment.name,
          )}`}
          aria-label={words.t('entity.detailsOf', {
            environment: environment.title,
          })}
        >
          {environment.title}
        </Link>
        <StateBadge environment={environment} />
      </div>
      <Typography variant="body2">
        {credentialPhrase(environment, words)}
      </Typography>
      <Typography variant="body2">
        {expiryPhrase(environment, words)}
      </Typography>
      {finding && (
        <Typography variant="body2" component="div" className={classes.line}>
          <ReportProblemIcon fontSize="small" aria-hidden />
          {findingWords(finding, environment, words).what}
        </Typography>
      )}
      <Typography
        variant="body2"
        color="textSecondary"
        component="div"
        className={classes.line}
      >
        <Icon fontSize="small" aria-hidden />
        {reachWords(reach, words.t)}
      </Typography>
    </li>
  );
}
