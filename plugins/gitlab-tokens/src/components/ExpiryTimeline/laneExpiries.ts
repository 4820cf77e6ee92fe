import { Lane } from '../../model/timeline';
import { briefLaneWords, laneWords } from '../../words/timeline';
import { Words } from '../../words/Words';
import { hasRoom, nameRoom, TimelineLayout } from './layout';

/**
 * The expiry of each lane's token in words: without the dates, which are on the cards, where they would leave one of
 * the names too little room.
 */
export function laneExpiries(
  lanes: readonly Lane[],
  layout: TimelineLayout,
  words: Words,
): string[] {
  const whole = lanes.map(lane => laneWords(lane, words));
  const areNamesWhole = lanes.every(({ environment }, index) =>
    hasRoom(environment.title, nameRoom(layout, whole[index])),
  );
  return areNamesWhole ? whole : lanes.map(lane => briefLaneWords(lane, words));
}
