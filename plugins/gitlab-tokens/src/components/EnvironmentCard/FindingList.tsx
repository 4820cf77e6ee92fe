import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ErrorIcon from '@material-ui/icons/Error';
import InfoIcon from '@material-ui/icons/Info';
import WarningIcon from '@material-ui/icons/Warning';
import {
  Environment,
  Finding,
  Severity,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useHelp } from '../../hooks/useHelp';
import { useWords } from '../../hooks/useWords';
import { gravestFirst } from '../../model/attention';
import { actionForFinding } from '../../model/cardAction';
import { findingAdvice } from '../../words/advice';
import { findingWords } from '../../words/findings';
import { Tone } from '../../words/states';
import { useToneStyles } from '../tones';

const APPEARANCE: Record<Severity, { tone: Tone; Icon: typeof ErrorIcon }> = {
  error: { tone: 'error', Icon: ErrorIcon },
  warning: { tone: 'warning', Icon: WarningIcon },
  info: { tone: 'neutral', Icon: InfoIcon },
};

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    finding: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 1.25),
      borderRadius: theme.shape.borderRadius,
      overflowWrap: 'anywhere',
      '& + &': { marginTop: theme.spacing(0.75) },
    },
    what: { fontWeight: 700 },
  }),
  { name: 'GitlabTokensFindingList' },
);

/** The findings of an environment, the gravest first, each with what to do about it. */
export function FindingList(props: {
  environment: Environment;
  labelledBy: string;
}) {
  const { environment, labelledBy } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const words = useWords();
  const helpFor = useHelp(environment);
  return (
    <ul className={classes.list} aria-labelledby={labelledBy}>
      {gravestFirst(environment.findings).map((finding: Finding) => {
        const { tone, Icon } = APPEARANCE[finding.severity];
        const help = helpFor(actionForFinding(finding, environment));
        return (
          <li
            key={JSON.stringify(finding)}
            className={`${classes.finding} ${tones[tone]}`}
          >
            <Icon
              fontSize="small"
              titleAccess={words.t(`card.severity.${finding.severity}`)}
            />
            <div>
              <Typography variant="body2" className={classes.what}>
                {findingWords(finding, environment, words).what}
              </Typography>
              <Typography variant="body2">
                {findingAdvice(finding, { environment, help }, words)}
              </Typography>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
