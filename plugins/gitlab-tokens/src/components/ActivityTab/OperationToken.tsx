import Typography from '@material-ui/core/Typography';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { tokenOf } from '../../words/operations';
import { Path } from '../Path';

/** With which token something was done: its name, and below it whose it is. */
export function OperationToken(props: { operation: Operation }) {
  const { name, owner } = tokenOf(props.operation);
  return (
    <>
      <Typography variant="body2">{name}</Typography>
      {owner && (
        <Typography variant="body2" color="textSecondary">
          <Path path={owner} />
        </Typography>
      )}
    </>
  );
}
