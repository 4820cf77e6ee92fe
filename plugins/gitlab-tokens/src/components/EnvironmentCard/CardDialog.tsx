import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { CardAction } from '../../model/cardAction';
import { canPaste } from '../../model/credentialRef';
import { PasteDialog } from '../PasteDialog';
import { RotateDialog } from '../RotateDialog';

/** The dialog in which something is done with an environment's credential. */
export function CardDialog(props: {
  action: CardAction;
  environment: Environment;
  onClose: () => void;
  onInstead: (action: CardAction) => void;
}) {
  const { action, environment, onClose, onInstead } = props;
  return action === 'rotate' ? (
    <RotateDialog
      subject={{ type: 'credential', environment }}
      onClose={onClose}
      onPaste={canPaste(environment) ? () => onInstead('paste') : undefined}
    />
  ) : (
    <PasteDialog environment={environment} onClose={onClose} />
  );
}
