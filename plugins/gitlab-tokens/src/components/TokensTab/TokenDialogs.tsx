import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { TokenAction } from '../../hooks/useTokensPermission';
import { RevokeDialog } from '../RevokeDialog';
import { RotateDialog } from '../RotateDialog';

/** What is being done with tokens. */
export type TokenTask = { action: TokenAction; tokens: ManagedToken[] };

/** The dialog in which it is done. */
export function TokenDialogs(props: {
  task: TokenTask;
  environments: readonly Environment[];
  onClose: () => void;
}) {
  const { task, environments, onClose } = props;
  const [token] = task.tokens;
  if (task.action === 'revoke') {
    return <RevokeDialog tokens={task.tokens} onClose={onClose} />;
  }
  // The portal must get the new value of the token that it runs on: that is the rotation of its credential
  const environment = environments.find(
    ({ name }) =>
      name === token.environment && token.credentialOf.includes(name),
  );
  return (
    <RotateDialog
      subject={
        environment
          ? { type: 'credential', environment }
          : { type: 'token', token }
      }
      onClose={onClose}
    />
  );
}
