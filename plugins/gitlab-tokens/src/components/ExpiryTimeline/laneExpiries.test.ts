import { anEnvironment, NOW } from '../../__testUtils__/environments';
import { wordsIn } from '../../__testUtils__/languages';
import { timelineOf } from '../../model/timeline';
import { laneExpiries } from './laneExpiries';
import { layoutOf, nameRoom, shortened } from './layout';

/** At a width, in a language: the expiries of two lanes, and their names as they are drawn. */
async function lanesAt(width: number, language: string) {
  const { lanes } = timelineOf(
    [
      anEnvironment({ title: 'Quality assurance' }),
      anEnvironment({ title: 'Local development' }),
    ],
    NOW,
  );
  const contents = { hasMarks: false, wordsWidth: 0, expiryWidth: 170 };
  const layout = layoutOf(width, [contents, contents], 0.1);
  const expiries = laneExpiries(lanes, layout, await wordsIn(language));
  const names = lanes.map(({ environment }, index) =>
    shortened(environment.title, nameRoom(layout, expiries[index])),
  );
  return { expiries, names };
}

describe('laneExpiries', () => {
  it('says the dates where the names have room beside them', async () => {
    const { expiries } = await lanesAt(960, 'en');
    expect(expiries[0]).toMatch(/20\d\d, in \d+ days/);
  });

  it.each(['en', 'fr', 'ja', 'ru'])(
    'leaves the names whole on a telephone, in %s',
    async language => {
      const { names } = await lanesAt(288, language);
      expect(names).toEqual(['Quality assurance', 'Local development']);
    },
  );

  it('says the same of all lanes', async () => {
    const { expiries } = await lanesAt(288, 'ru');
    expect(expiries.filter(expiry => /20\d\d/.test(expiry))).toEqual([]);
  });
});
