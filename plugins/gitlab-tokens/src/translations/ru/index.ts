import { groupsOf } from '../../messages/groupsOf';
import { flattenTranslation } from '../flattenTranslation';
import * as all from './all';

/** Every text of the plugin in Russian. */
export default flattenTranslation(groupsOf(all));
