import { Group } from '@visx/group';
import { useTheme } from '@material-ui/core/styles';
import { Lane, TimelineModel } from '../../model/timeline';
import { toneOfState } from '../../words/states';
import { colourOf } from '../tones';
import { TimelineLayout, nameRoom, shortened } from './layout';
import { LaneBands } from './LaneBands';
import { LaneBar } from './LaneBar';
import { LaneMarks } from './LaneMarks';

export type Scale = (date: Date) => number;

/** The name of an environment and its token's expiry in words. Its halo keeps it readable on the line of today. */
export function LaneTexts(props: {
  lane: Lane;
  expiry: string;
  layout: TimelineLayout;
  index: number;
}) {
  const { lane, expiry, layout, index } = props;
  const { palette, typography } = useTheme();
  const [left, right] = layout.plot;
  const { title } = lane.environment;
  const { top, barOffset, barHeight } = layout.lanes[index];
  const y = layout.compact ? barOffset - 8 : barOffset + barHeight / 2;
  const common = {
    y,
    dominantBaseline: layout.compact ? undefined : ('central' as const),
    fill: palette.text.primary,
    fontFamily: typography.fontFamily,
    fontSize: 13,
    stroke: palette.background.paper,
    strokeWidth: 4,
    paintOrder: 'stroke',
  };
  return (
    <Group top={top}>
      <text {...common} x={layout.compact ? left : 0} fontWeight={700}>
        {shortened(title, nameRoom(layout, expiry))}
      </text>
      <text
        {...common}
        x={layout.compact ? right : right + 16}
        textAnchor={layout.compact ? 'end' : 'start'}
      >
        {expiry}
      </text>
    </Group>
  );
}

/** The bands, the bar and the marks of an environment. */
export function TimelineLane(props: {
  lane: Lane;
  model: TimelineModel;
  layout: TimelineLayout;
  scale: Scale;
  index: number;
}) {
  const { lane, model, layout, scale, index } = props;
  const theme = useTheme();
  const place = layout.lanes[index];
  const common = { lane, model, layout, scale };
  return (
    <Group top={place.top}>
      <LaneBands
        policy={lane.environment.policy}
        model={model}
        layout={layout}
        place={place}
        scale={scale}
      />
      <LaneBar
        {...common}
        place={place}
        colour={colourOf(toneOfState(lane.environment.state), theme)}
      />
      {lane.others && place.columns && (
        <LaneMarks {...common} others={lane.others} columns={place.columns} />
      )}
    </Group>
  );
}
