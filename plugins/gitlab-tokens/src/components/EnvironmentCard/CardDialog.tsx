import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { CardAction } from '../../model/cardAction';
import { PasteDialog } from '../PasteDialog';
import { RotateDialog } from '../RotateDialog';

/** The dialog in which something is done with an environment's credential. */
export function CardDialog(props: {
  action: CardAction;
  environment: Environment;
  onClose: () => void;
}) {
  const { action, environment, onClose } = props;
  return action === 'rotate' ? (
    <RotateDialog
      subject={{ type: 'credential', environment }}
      onClose={onClose}
    />
  ) : (
    <PasteDialog environment={environment} onClose={onClose} />
  );
}
