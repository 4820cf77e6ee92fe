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
 * @param props - `resourceRef`: the token's `ref`; null where there is none yet, and then `mayAny`: whether the backend
 * lets the viewer do it with any token
 */
export function PermittedButton(
  props: ButtonProps & {
    permission: TokenPermission;
    resourceRef: string | null;
    mayAny?: boolean;
  },
) {
  const { permission, resourceRef, mayAny, onClick, ...button } = props;
  const { variant, color, ...others } = button;
  const classes = useStyles();
  const { allowed, reason } = useTokenPermission(
    permission,
    resourceRef,
    mayAny,
  );
  return (
    <Tooltip title={reason ?? ''}>
      <Button
        {...others}
        // What cannot be done is not what stands out
        variant={reason && variant === 'contained' ? 'outlined' : variant}
        color={reason ? 'default' : color}
        // Not `disabled`: it could not be reached, and the reason not be read
        aria-disabled={!allowed}
        className={reason ? classes.denied : undefined}
        onClick={event => allowed && onClick?.(event)}
      />
    </Tooltip>
  );
}
