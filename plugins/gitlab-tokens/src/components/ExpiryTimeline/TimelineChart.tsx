import { AxisBottom } from '@visx/axis';
import { scaleUtc } from '@visx/scale';
import { useTheme } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { useWords } from '../../hooks/useWords';
import { TimelineModel } from '../../model/timeline';
import { laneSentence } from '../../words/timeline';
import { layoutOf, TimelineLayout } from './layout';
import { LaneTexts, Scale, TimelineLane } from './TimelineLane';

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
function TodayLine(props: { x: number; layout: TimelineLayout }) {
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

function DateAxis(props: {
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

/** The timeline itself. Those who cannot see it hear its description, which says the same. */
export function TimelineChart(props: { model: TimelineModel; width: number }) {
  const { model, width } = props;
  const words = useWords();
  const layout = layoutOf(width, model.lanes.length);
  const [left, right] = layout.plot;
  const scale = useMemo(
    () => scaleUtc<number>({ domain: model.domain, range: [left, right] }),
    [model, left, right],
  );
  const xOf: Scale = date => Math.min(right + 1, scale(date));
  const lanes = model.lanes.map(lane => laneSentence(lane, words)).join(' ');
  return (
    <svg
      role="img"
      width={width}
      height={layout.height}
      viewBox={`0 0 ${width} ${layout.height}`}
      aria-labelledby="gitlab-tokens-timeline-title"
      aria-describedby="gitlab-tokens-timeline-description"
      style={{ display: 'block' }}
    >
      <title id="gitlab-tokens-timeline-title">
        {words.t('timeline.title')}
      </title>
      <desc id="gitlab-tokens-timeline-description">
        {words.t('timeline.description', { lanes })}
      </desc>
      <DateAxis scale={scale} layout={layout} />
      {model.lanes.map((lane, index) => (
        <TimelineLane
          key={lane.environment.name}
          index={index}
          lane={lane}
          model={model}
          layout={layout}
          scale={xOf}
        />
      ))}
      <TodayLine x={scale(model.today)} layout={layout} />
      {model.lanes.map((lane, index) => (
        <LaneTexts
          key={lane.environment.name}
          index={index}
          lane={lane}
          layout={layout}
        />
      ))}
    </svg>
  );
}
