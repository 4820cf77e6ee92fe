import { useTheme } from '@material-ui/core/styles';
import { Lane, TimelineModel } from '../../model/timeline';
import { LaneLayout, TimelineLayout } from './layout';

const ARROW = 10;

/** The life of a token: a bar to its expiry, an arrow where it goes on beyond the axis, dashes where it is not known. */
export function LaneBar(props: {
  lane: Lane;
  model: TimelineModel;
  layout: TimelineLayout;
  place: LaneLayout;
  scale: (date: Date) => number;
  colour: string;
}) {
  const { lane, model, layout, place, scale, colour } = props;
  const { palette } = useTheme();
  const [left, right] = layout.plot;
  const { barOffset, barHeight } = place;
  const middle = barOffset + barHeight / 2;
  if (lane.end.kind === 'unknown') {
    return (
      <line
        x1={left}
        x2={right}
        y1={middle}
        y2={middle}
        stroke={palette.text.secondary}
        strokeWidth={2}
        strokeDasharray="2 6"
      />
    );
  }
  const start = Math.max(left, scale(lane.createdAt ?? model.domain[0]));
  const end =
    lane.end.kind === 'day' ? scale(lane.end.at) : Number.POSITIVE_INFINITY;
  const goesOn = end > right;
  const barEnd = goesOn ? right - ARROW : Math.max(start + 2, end);
  return (
    <>
      <rect
        x={start}
        y={barOffset}
        width={Math.max(2, barEnd - start)}
        height={barHeight}
        rx={goesOn ? 0 : 3}
        fill={colour}
      />
      {goesOn && (
        <polygon
          points={`${barEnd},${barOffset - 3} ${right},${middle} ${barEnd},${
            barOffset + barHeight + 3
          }`}
          fill={colour}
        />
      )}
    </>
  );
}
