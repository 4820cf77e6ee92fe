import { Link } from '@backstage/core-components';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import PauseCircleFilledIcon from '@material-ui/icons/PauseCircleFilled';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { Stage, stagesOf, StageState } from '../../model/operation';
import {
  placePhrase,
  stageProgressWords,
  stageWords,
} from '../../words/operations';
import { colourOf } from '../tones';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    stage: {
      display: 'flex',
      gap: theme.spacing(1.5),
      overflowWrap: 'anywhere',
      '& + &': { marginTop: theme.spacing(1.5) },
    },
    icon: { display: 'flex', flexShrink: 0, width: 24, paddingTop: 2 },
    done: { color: colourOf('good', theme) },
    stopped: { color: colourOf('error', theme) },
    waiting: { color: colourOf('warning', theme) },
    upcoming: { color: theme.palette.text.secondary },
    present: { fontWeight: 700 },
  }),
  { name: 'GitlabTokensOperationStages' },
);

function StageIcon(props: { state: StageState }) {
  const classes = useStyles();
  switch (props.state) {
    case 'done':
      return <CheckCircleIcon aria-hidden className={classes.done} />;
    case 'current':
      return <CircularProgress size={20} aria-hidden />;
    case 'waiting':
      return <HourglassEmptyIcon aria-hidden className={classes.waiting} />;
    case 'stopped':
      return <PauseCircleFilledIcon aria-hidden className={classes.stopped} />;
    case 'skipped':
      return (
        <RemoveCircleOutlineIcon aria-hidden className={classes.upcoming} />
      );
    default:
      return (
        <RadioButtonUncheckedIcon aria-hidden className={classes.upcoming} />
      );
  }
}

/** What is to be known of a delivery beyond that it happens. */
function DeliveryDetails(props: {
  delivery: Extract<Stage, { name: 'deliver' }>['delivery'];
  /** What the operation stands still for, which is told elsewhere. */
  parked: Operation['parked'];
}) {
  const { target, state, url, errorCode } = props.delivery;
  const { t } = useWords();
  const isAwaiting = state === 'awaiting';
  return (
    <>
      {isAwaiting && (
        <Typography variant="body2">
          {target === 'reveal'
            ? t('operation.awaitingReveal')
            : t('operation.awaitingMerge')}
        </Typography>
      )}
      {errorCode && errorCode !== props.parked?.code && (
        <Typography variant="body2">
          {t('operation.deliveryFailed', { code: errorCode })}
        </Typography>
      )}
      {url && (
        <Link
          to={url}
          externalLinkIcon
          aria-label={t('operation.openPlaceOf', {
            place: placePhrase(props.delivery, t),
          })}
        >
          {t('operation.openPlace')}
        </Link>
      )}
    </>
  );
}

/** The steps of an operation, one below the other, each with how it stands. */
export function OperationStages(props: { operation: Operation; now: Date }) {
  const { operation, now } = props;
  const classes = useStyles();
  const words = useWords();
  return (
    <ol className={classes.list} aria-label={words.t('operation.steps')}>
      {stagesOf(operation).map(({ stage, state }) => {
        const isPresent = ['current', 'waiting', 'stopped'].includes(state);
        const key =
          stage.name === 'deliver' ? `deliver ${stage.index}` : stage.name;
        return (
          <li
            key={key}
            className={classes.stage}
            aria-current={isPresent ? 'step' : undefined}
          >
            <span className={classes.icon}>
              <StageIcon state={state} />
            </span>
            <div>
              <Typography
                variant="body1"
                className={isPresent ? classes.present : undefined}
              >
                {stageWords(stage, operation, { words, now })}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {stageProgressWords({ stage, state }, operation, {
                  words,
                  now,
                })}
              </Typography>
              {stage.name === 'deliver' && (
                <DeliveryDetails
                  delivery={stage.delivery}
                  parked={operation.parked}
                />
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
