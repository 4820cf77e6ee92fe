import { alpha, useTheme } from '@material-ui/core/styles';
import { Policy } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { TimelineModel } from '../../model/timeline';
import { colourOf } from '../tones';
import { LaneLayout, TimelineLayout } from './layout';

const DAY = 24 * 60 * 60 * 1000;

/** The days after today in which an expiry is critical or a warning, by the environment's policy. */
export function LaneBands(props: {
  policy: Policy;
  model: TimelineModel;
  layout: TimelineLayout;
  place: LaneLayout;
  scale: (date: Date) => number;
}) {
  const { policy, model, layout, place, scale } = props;
  const theme = useTheme();
  const [, right] = layout.plot;
  const inDays = (days: number) =>
    Math.min(right, scale(new Date(model.today.getTime() + days * DAY)));
  const start = scale(model.today);
  const critical = inDays(policy.criticalDays);
  const warning = Math.max(critical, inDays(policy.warnDays));
  const inset = 5;
  const top = place.barOffset - inset;
  const bottom =
    place.columns?.foot ?? place.barOffset + place.barHeight + inset;
  const band = { y: top, height: bottom - top };
  return (
    <>
      <rect
        {...band}
        x={start}
        width={critical - start}
        fill={alpha(colourOf('error', theme), 0.22)}
      />
      <rect
        {...band}
        x={critical}
        width={warning - critical}
        fill={alpha(colourOf('warning', theme), 0.18)}
      />
    </>
  );
}
