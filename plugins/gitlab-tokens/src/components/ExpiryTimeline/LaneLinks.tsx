import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useWords } from '../../hooks/useWords';
import { OtherExpiries } from '../../model/otherExpiries';
import { axisEndOf, Lane, TimelineModel } from '../../model/timeline';
import { DEFAULT_VIEW, paramsOf } from '../../model/tokenQuery';
import { tokensRouteRef } from '../../routes';
import { beyondWords, othersWords } from '../../words/timeline';
import { LINE_HEIGHT, TimelineLayout } from './layout';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    entry: {
      position: 'absolute',
      color: theme.palette.text.secondary,
      fontFamily: theme.typography.fontFamily,
      fontSize: 13,
      lineHeight: `${LINE_HEIGHT}px`,
      overflowWrap: 'anywhere',
    },
    // Keeps the words readable on the line of today
    words: {
      paddingRight: theme.spacing(0.5),
      backgroundColor: theme.palette.background.paper,
    },
  }),
  { name: 'GitlabTokensLaneLinks' },
);

function LaneLink(props: {
  lane: Lane;
  others: OtherExpiries;
  axisEnd: string;
}) {
  const { lane, others, axisEnd } = props;
  const { name, title } = lane.environment;
  const classes = useStyles();
  const words = useWords();
  const tokensPath = useRouteRef(tokensRouteRef)();
  const filters = { ...DEFAULT_VIEW.filters, environment: [name] };
  const text = othersWords(others, words);
  const beyond = beyondWords(others, axisEnd, words);
  return (
    <span className={classes.words}>
      <Link
        to={`${tokensPath}?${paramsOf({ ...DEFAULT_VIEW, filters })}`}
        underline="always"
        aria-label={words.t('timeline.othersOf', {
          environment: title,
          others: text,
        })}
      >
        {text}
      </Link>
      {/* A line does not begin with the dot */}
      {beyond && `\u00a0· ${beyond}`}
    </span>
  );
}

/** In each lane the way to the tokens that it marks, which says in words what it shows. */
export function LaneLinks(props: {
  model: TimelineModel;
  layout: TimelineLayout;
}) {
  const { model, layout } = props;
  const classes = useStyles();
  const { t } = useWords();
  const [left, right] = layout.words;
  const lanes = model.lanes.flatMap((lane, index) =>
    lane.others
      ? [{ lane, others: lane.others, place: layout.lanes[index] }]
      : [],
  );
  return lanes.length > 0 ? (
    <ul className={classes.list} aria-label={t('timeline.othersList')}>
      {lanes.map(({ lane, others, place }) => (
        <li
          key={lane.environment.name}
          className={classes.entry}
          style={{
            top: place.top + (place.wordsTop ?? 0),
            left,
            width: right - left,
          }}
        >
          <LaneLink lane={lane} others={others} axisEnd={axisEndOf(model)} />
        </li>
      ))}
    </ul>
  ) : null;
}
