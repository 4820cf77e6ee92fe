import { scopeHelpMessages } from '../messages/dialogs';
import { Translate } from './Words';

type KnownScope = keyof typeof scopeHelpMessages;

function isKnown(scope: string): scope is KnownScope {
  return Object.hasOwn(scopeHelpMessages, scope);
}

/** What a scope allows, in one clause; empty for one that this version does not know. */
export function scopeHelp(scope: string, t: Translate): string {
  return isKnown(scope) ? t(`scopeHelp.${scope}`) : '';
}
