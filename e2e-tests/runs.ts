import { Page } from '@playwright/test';
import { Appearance, Language, begin, languages } from './appearance';
import { Hand, keyboard, mouse } from './hands';
import { Look, accessibilityLook, pictureLook } from './Look';

/** Into which folder pictures of everything go; without it, everything is looked at with axe. */
export const pictures = process.env.SCREENSHOTS_OF_ALL;

/** How a test is gone through once: with which hand, in which appearance. */
export interface Run {
  /** For the name of the test. */
  name: string;
  /** From 0, so that each run takes other tokens. */
  number: number;
  hand: Hand;
  /** Begins with an empty page; what comes back looks at it, step by step. */
  begin(page: Page): Promise<Look>;
}

type Surroundings = Omit<Appearance, 'language'>;

function checked(
  hand: Hand,
  { theme, width }: Surroundings,
  language: Language,
): Omit<Run, 'number'> {
  return {
    name: `${hand.name}, ${theme} and ${width} px wide, with a look at it in ${language}`,
    hand,
    begin: async page => {
      await begin(page, { language: 'en', theme, width });
      return accessibilityLook([language]);
    },
  };
}

function pictured(
  folder: string,
  { theme, width }: Surroundings,
): Omit<Run, 'number'> {
  return {
    name: `${theme} and ${width} px wide`,
    hand: mouse,
    begin: async page => {
      await begin(page, { language: 'en', theme, width });
      return pictureLook({ languages, folder, ending: `${theme}-${width}` });
    },
  };
}

const themes = ['light', 'dark'] as const;

/**
 * By mouse in the usual appearance, and by keyboard in the hardest: dark, in long words and with little room. For
 * pictures, in all of them.
 */
export const runs: Run[] = (
  pictures
    ? themes.flatMap(theme =>
        [1360, 360].map(width => pictured(pictures, { theme, width })),
      )
    : [
        checked(mouse, { theme: 'light', width: 1360 }, 'en'),
        checked(keyboard, { theme: 'dark', width: 360 }, 'fr'),
      ]
).map((run, number) => ({ ...run, number }));
