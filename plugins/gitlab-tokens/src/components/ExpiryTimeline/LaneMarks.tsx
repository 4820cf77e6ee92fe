import { useTheme } from '@material-ui/core/styles';
import { Policy } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { ExpiryOnDay, OtherExpiries } from '../../model/otherExpiries';
import { Lane, TimelineModel } from '../../model/timeline';
import { markWords } from '../../words/timeline';
import { Tone } from '../../words/states';
import { colourOf } from '../tones';
import { ExpiryMark, expiryMarks, extentOf } from './expiryMarks';
import { TimelineLayout } from './layout';
import { Scale } from './TimelineLane';

const DAY = 24 * 60 * 60 * 1000;

/** So high are the lowest columns, in pixels. */
const LEAST_HEIGHT = 5;

/** The most urgent first: it stands at the foot of the column. */
const TONES: Tone[] = ['error', 'warning', 'neutral'];

/** How urgent an expiry is, by the environment's policy. */
function toneOfDay({ daysLeft }: ExpiryOnDay, policy: Policy): Tone {
  if (daysLeft <= policy.criticalDays) {
    return 'error';
  }
  return daysLeft <= policy.warnDays ? 'warning' : 'neutral';
}

/** The share of each tone in a mark's tokens, those of all tones before it included. */
function sharesOf({ days, tokens }: ExpiryMark, policy: Policy) {
  let before = 0;
  return TONES.map(tone => {
    const from = before;
    days
      .filter(day => toneOfDay(day, policy) === tone)
      .forEach(day => {
        before += day.tokens / tokens;
      });
    return { tone, from, to: before };
  }).filter(({ from, to }) => to > from);
}

/** How many tokens a column stands for. */
function MarkNumber(props: { label: ExpiryMark['label']; y: number }) {
  const { label, y } = props;
  const { palette, typography } = useTheme();
  return label ? (
    <text
      x={label.x}
      y={y}
      textAnchor="middle"
      fill={palette.text.primary}
      fontFamily={typography.fontFamily}
      fontSize={11}
    >
      {label.text}
    </text>
  ) : null;
}

function Mark(props: {
  mark: ExpiryMark;
  policy: Policy;
  columns: { top: number; foot: number };
}) {
  const { mark, policy, columns } = props;
  const theme = useTheme();
  const words = useWords();
  const { top, foot } = columns;
  const height = LEAST_HEIGHT + mark.share * (foot - top - LEAST_HEIGHT);
  const [left, right] = extentOf(mark);
  return (
    <g>
      <title>{markWords(mark, words)}</title>
      {/* What the pointer meets, from the number to the foot */}
      <rect
        x={left}
        y={top - 12}
        width={right - left}
        height={foot - top + 12}
        fill="transparent"
      />
      {sharesOf(mark, policy).map(({ tone, from, to }) => (
        <rect
          key={tone}
          x={mark.x}
          y={foot - to * height}
          width={mark.width}
          height={(to - from) * height}
          fill={colourOf(tone, theme)}
          // Those that nobody has to care for yet recede behind the bars
          fillOpacity={tone === 'neutral' ? 0.8 : 1}
        />
      ))}
      <MarkNumber label={mark.label} y={foot - height - 3} />
    </g>
  );
}

/** The expiries of an environment's other tokens, as columns that stand on a line below the bar. */
export function LaneMarks(props: {
  lane: Lane;
  others: OtherExpiries;
  columns: { top: number; foot: number };
  model: TimelineModel;
  layout: TimelineLayout;
  scale: Scale;
}) {
  const { lane, others, columns, model, layout, scale } = props;
  const { palette } = useTheme();
  const { formats } = useWords();
  const [left, right] = layout.plot;
  const marks = expiryMarks(others.onAxis, {
    xOf: days => scale(new Date(model.today.getTime() + days * DAY)),
    left: scale(model.today) + 2,
    right,
    format: count => formats.count(count),
  });
  return (
    <>
      <line
        x1={left}
        x2={right}
        y1={columns.foot}
        y2={columns.foot}
        stroke={palette.divider}
      />
      {marks.map(mark => (
        <Mark
          key={mark.days[0].date}
          mark={mark}
          policy={lane.environment.policy}
          columns={columns}
        />
      ))}
    </>
  );
}
