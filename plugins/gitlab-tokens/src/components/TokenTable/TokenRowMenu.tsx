import IconButton from '@material-ui/core/IconButton';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { ManagedToken } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { forwardRef, Ref, useState } from 'react';
import {
  TokenAction,
  useTokensPermission,
} from '../../hooks/useTokensPermission';
import { useWords } from '../../hooks/useWords';

type ActionItemProps = {
  action: TokenAction;
  token: ManagedToken;
  onAction: () => void;
};

function PlainActionItem(props: ActionItemProps, ref: Ref<HTMLLIElement>) {
  const { action, token, onAction, ...others } = props;
  const { t } = useWords();
  const obstacle = useTokensPermission(action, token);
  return (
    <MenuItem
      {...others}
      button
      ref={ref}
      // Not `disabled`: the keyboard could not reach the reason
      aria-disabled={obstacle !== null}
      onClick={() => obstacle === null && onAction()}
    >
      <ListItemText
        primary={t(`tokens.${action}`)}
        primaryTypographyProps={{
          color: obstacle === null ? 'textPrimary' : 'textSecondary',
        }}
        secondary={obstacle}
      />
    </MenuItem>
  );
}

/** One action: it can be done, or it says why not. The menu gives it a reference and what the keyboard needs. */
const ActionItem = forwardRef(PlainActionItem);

/** What can be done with one token. Whether it may be done is asked when the menu is opened. */
export function TokenRowMenu(props: {
  token: ManagedToken;
  onOpen: (ref: string) => void;
  onAction: (action: TokenAction, tokens: ManagedToken[]) => void;
}) {
  const { token, onOpen, onAction } = props;
  const { t } = useWords();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const close = () => setAnchor(null);
  const act = (action: TokenAction) => {
    close();
    onAction(action, [token]);
  };
  return (
    <>
      <IconButton
        aria-label={t('tokens.actionsOf', { name: token.name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreVertIcon fontSize="small" />
      </IconButton>
      {anchor && (
        <Menu
          open
          anchorEl={anchor}
          onClose={close}
          // Else the keyboard could not reach the reasons
          MenuListProps={{ disabledItemsFocusable: true }}
        >
          <MenuItem
            onClick={() => {
              close();
              onOpen(token.ref);
            }}
          >
            {t('tokens.details')}
          </MenuItem>
          <ActionItem
            action="rotate"
            token={token}
            onAction={() => act('rotate')}
          />
          <ActionItem
            action="revoke"
            token={token}
            onAction={() => act('revoke')}
          />
        </Menu>
      )}
    </>
  );
}
