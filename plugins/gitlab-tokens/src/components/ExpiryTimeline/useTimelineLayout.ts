import { useMemo } from 'react';
import { useWords } from '../../hooks/useWords';
import { axisEndOf, TimelineModel, todayShareOf } from '../../model/timeline';
import { beyondWords, laneWords, othersWords } from '../../words/timeline';
import { Words } from '../../words/Words';
import { LaneContent, layoutOf, TimelineLayout, widthOf } from './layout';

/** What stands in each lane beside its bar. */
function contentsOf(model: TimelineModel, words: Words): LaneContent[] {
  const axisEnd = axisEndOf(model);
  return model.lanes.map(lane => {
    const { others } = lane;
    const said = others && [
      othersWords(others, words),
      beyondWords(others, axisEnd, words),
    ];
    return {
      hasMarks: others !== null && others.onAxis.length > 0,
      wordsWidth: said ? widthOf(said.filter(part => part).join(' · ')) : 0,
      expiryWidth: widthOf(laneWords(lane, words)),
    };
  });
}

/** Where everything on the timeline stands, with the room that the words take in the viewer's language. */
export function useTimelineLayout(
  model: TimelineModel,
  width: number,
): TimelineLayout {
  const words = useWords();
  return useMemo(
    () => layoutOf(width, contentsOf(model, words), todayShareOf(model)),
    [model, width, words],
  );
}
