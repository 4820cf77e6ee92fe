import {
  Environment,
  gitlabTokensTokenRotatePermission,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { CardAction, Help } from '../model/cardAction';
import { credentialRef } from '../model/credentialRef';
import { useTokenPermission } from './useTokenPermission';

/** How the viewer comes to something being put right, where this action of an environment's card does it. */
export function useHelp(
  environment: Environment,
): (it: CardAction | null) => Help {
  const { reason } = useTokenPermission(
    gitlabTokensTokenRotatePermission,
    credentialRef(environment),
  );
  return action => {
    if (action === null) {
      return 'byHand';
    }
    return reason === null ? action : 'ask';
  };
}
