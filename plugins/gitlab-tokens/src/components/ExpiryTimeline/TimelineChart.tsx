import { scaleUtc } from '@visx/scale';
import { useMemo } from 'react';
import { useWords } from '../../hooks/useWords';
import { axisEndOf, TimelineModel } from '../../model/timeline';
import { laneSentence } from '../../words/timeline';
import { laneExpiries } from './laneExpiries';
import { TimelineLayout } from './layout';
import { DateAxis, TodayLine } from './TimelineAxis';
import { LaneTexts, Scale, TimelineLane } from './TimelineLane';

/** The timeline itself. Those who cannot see it hear its description, which says the same. */
export function TimelineChart(props: {
  model: TimelineModel;
  layout: TimelineLayout;
}) {
  const { model, layout } = props;
  const words = useWords();
  const { width, height } = layout;
  const [left, right] = layout.plot;
  const scale = useMemo(
    () => scaleUtc<number>({ domain: model.domain, range: [left, right] }),
    [model, left, right],
  );
  const xOf: Scale = date => Math.min(right + 1, scale(date));
  const axisEnd = axisEndOf(model);
  const expiries = laneExpiries(model.lanes, layout, words);
  const lanes = model.lanes
    .map(lane => laneSentence(lane, axisEnd, words))
    .join(' ');
  return (
    <svg
      role="img"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
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
          expiry={expiries[index]}
          layout={layout}
        />
      ))}
    </svg>
  );
}
