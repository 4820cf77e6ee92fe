import Button, { ButtonProps } from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import {
  TokenPermission,
  useTokenPermission,
} from '../../hooks/useTokenPermission';

const useStyles = makeStyles(
  theme => ({
    denied: {
      color: theme.palette.text.secondary,
      borderColor: theme.palette.divider,
      cursor: 'default',
    },
  }),
  { name: 'GitlabTokensPermittedButton' },
);

/**
 * A button for something that takes a permission. Who lacks it finds it disabled, but can still reach it and read why.
 *
 * @param props - `resourceRef`: the token's `ref`; null where there is none yet
 */
export function PermittedButton(
  props: ButtonProps & {
    permission: TokenPermission;
    resourceRef: string | null;
  },
) {
  const { permission, resourceRef, onClick, ...others } = props;
  const classes = useStyles();
  const { allowed, reason } = useTokenPermission(permission, resourceRef);
  return (
    <Tooltip title={reason ?? ''}>
      <Button
        {...others}
        // Not `disabled`: it could not be reached, and the reason not be read
        aria-disabled={!allowed}
        className={reason ? classes.denied : undefined}
        onClick={event => allowed && onClick?.(event)}
      />
    </Tooltip>
  );
}
