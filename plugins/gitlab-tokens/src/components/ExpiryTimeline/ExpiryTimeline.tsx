import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useMemo } from 'react';
import useMeasure from 'react-use/esm/useMeasure';
import { TokenExpiriesState } from '../../hooks/useTokenExpiries';
import { useWords } from '../../hooks/useWords';
import { timelineOf } from '../../model/timeline';
import { LaneLinks } from './LaneLinks';
import { TimelineChart } from './TimelineChart';
import { TimelineLegend } from './TimelineLegend';
import { useTimelineLayout } from './useTimelineLayout';

const useStyles = makeStyles(
  theme => ({
    card: { padding: theme.spacing(2.5) },
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 3),
      marginBottom: theme.spacing(1),
    },
    heading: { margin: 0 },
    // The drawing must never widen what it is measured by
    chart: { position: 'relative', overflow: 'hidden' },
  }),
  { name: 'GitlabTokensExpiryTimeline' },
);

/** The width that is assumed until the browser has measured it. */
const ASSUMED_WIDTH = 960;

/**
 * When the tokens of all environments expire, on one axis: their credentials as bars, and the other tokens as marks
 * below them as soon as these are known.
 */
export function ExpiryTimeline(props: {
  environments: Environment[];
  others: TokenExpiriesState;
  now: Date;
}) {
  const { environments, now } = props;
  const { expiries, failure } = props.others;
  const classes = useStyles();
  const { t } = useWords();
  const [chart, { width }] = useMeasure<HTMLDivElement>();
  const model = useMemo(
    () => timelineOf(environments, now, expiries),
    [environments, now, expiries],
  );
  const layout = useTimelineLayout(model, width || ASSUMED_WIDTH);
  return (
    <Card className={classes.card}>
      <div className={classes.header}>
        <Typography variant="h6" component="h2" className={classes.heading}>
          {t('timeline.title')}
        </Typography>
        <TimelineLegend
          environments={environments}
          hasMarks={layout.lanes.some(lane => lane.columns)}
        />
      </div>
      <div ref={chart} className={classes.chart}>
        <TimelineChart model={model} layout={layout} />
        <LaneLinks model={model} layout={layout} />
      </div>
      {failure && (
        <Typography variant="body2" color="textSecondary">
          {t('timeline.othersFailed', { message: failure.message })}
        </Typography>
      )}
    </Card>
  );
}
