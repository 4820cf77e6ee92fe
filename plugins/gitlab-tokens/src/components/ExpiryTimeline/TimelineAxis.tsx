import { AxisBottom } from '@visx/axis';
import { scaleUtc } from '@visx/scale';
import { useTheme } from '@material-ui/core/styles';
import { useWords } from '../../hooks/useWords';
import { TimelineLayout } from './layout';

/** Room that one date on the axis needs, in pixels. */
const TICK_ROOM = 90;

/** Half of the room that the text of a date needs, in pixels. */
const TEXT_ROOM = 32;

/** Keeps a text that stands at `x` inside of the drawing. */
function anchorAt(x: number, width: number) {
  if (x < TEXT_ROOM) {
    return 'start';
  }
  return x > width - TEXT_ROOM ? 'end' : 'middle';
}

/** The line of the present day. */
export function TodayLine(props: { x: number; layout: TimelineLayout }) {
  const { x, layout } = props;
  const { palette, typography } = useTheme();
  const { t } = useWords();
  const bottom = layout.height - 26;
  return (
    <>
      <line
        x1={x}
        x2={x}
        y1={layout.top - 4}
        y2={bottom}
        stroke={palette.text.primary}
        strokeWidth={1.5}
      />
      <text
        x={x}
        y={layout.top - 8}
        textAnchor={anchorAt(x, layout.width)}
        fill={palette.text.primary}
        fontFamily={typography.fontFamily}
        fontSize={12}
        fontWeight={700}
      >
        {t('timeline.today')}
      </text>
    </>
  );
}

/** The dates below the lanes. */
export function DateAxis(props: {
  scale: ReturnType<typeof scaleUtc<number>>;
  layout: TimelineLayout;
}) {
  const { scale, layout } = props;
  const { palette, typography } = useTheme();
  const { formats } = useWords();
  const [left, right] = layout.plot;
  return (
    <AxisBottom
      scale={scale}
      top={layout.height - 26}
      numTicks={Math.max(2, Math.floor((right - left) / TICK_ROOM))}
      tickFormat={value => formats.dayAndMonth(new Date(value.valueOf()))}
      stroke={palette.divider}
      tickStroke={palette.divider}
      tickLength={5}
      tickLabelProps={value => ({
        fill: palette.text.secondary,
        fontFamily: typography.fontFamily,
        fontSize: 11,
        textAnchor: anchorAt(scale(value), layout.width),
      })}
    />
  );
}
