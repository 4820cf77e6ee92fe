import { KeyboardHand } from './KeyboardHand';
import { MouseHand } from './MouseHand';

export type { Hand } from './Hand';

export const mouse = new MouseHand();
export const keyboard = new KeyboardHand();
