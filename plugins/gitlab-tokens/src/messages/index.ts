import * as all from './all';
import { groupsOf } from './groupsOf';

/** Every text of the plugin in English, by group: the reference for the translations. */
export const messages = groupsOf(all);
