import { Locator } from '@playwright/test';

/** How somebody operates a page: the same things are done with every hand, in another way with each. */
export interface Hand {
  /** As it stands in the name of a test. */
  readonly name: string;

  /** Presses a button, or follows a link. */
  press(control: Locator): Promise<void>;

  /** Takes an item of the menu that a button opens. */
  pick(opener: Locator, item: Locator): Promise<void>;

  /** Turns to a tab. */
  turnTo(tab: Locator): Promise<void>;

  /** Ticks a checkbox. */
  tick(box: Locator): Promise<void>;

  /** Chooses one of several radio buttons. */
  choose(radio: Locator): Promise<void>;

  /** Selects an option, by its words, of a field that the browser draws. */
  select(field: Locator, option: string): Promise<void>;

  /** Writes a text into a field, in place of what is there. */
  write(field: Locator, text: string): Promise<void>;

  /** Copies what a field holds into another, perhaps of another page. */
  carry(from: Locator, to: Locator): Promise<void>;

  /** Waits until a dialog is there, and finds out what this hand needs of it. */
  enter(dialog: Locator): Promise<void>;

  /** Closes a dialog in the way that is nearest to this hand. */
  leave(dialog: Locator, button: Locator): Promise<void>;
}
