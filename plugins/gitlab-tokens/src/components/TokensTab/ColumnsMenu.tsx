import Button from '@material-ui/core/Button';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import CheckBoxIcon from '@material-ui/icons/CheckBox';
import CheckBoxOutlineBlankIcon from '@material-ui/icons/CheckBoxOutlineBlank';
import ViewColumnIcon from '@material-ui/icons/ViewColumn';
import { useState } from 'react';
import { useIsNarrow } from '../../hooks/useIsNarrow';
import { useWords } from '../../hooks/useWords';
import { TOKEN_COLUMNS, TokenColumn, toggled } from '../../model/tokenColumns';

/** Which columns the table shows; there are none where tokens are shown as cards. */
export function ColumnsMenu(props: {
  columns: readonly TokenColumn[];
  onChoose: (columns: readonly TokenColumn[]) => void;
}) {
  const { columns, onChoose } = props;
  const { t } = useWords();
  const [anchor, setAnchor] = useState<Element | null>(null);
  if (useIsNarrow()) {
    return null;
  }
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<ViewColumnIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('tokens.columns')}
      </Button>
      {anchor && (
        <Menu open anchorEl={anchor} onClose={() => setAnchor(null)}>
          {TOKEN_COLUMNS.map(column => {
            const isShown = columns.includes(column);
            const Icon = isShown ? CheckBoxIcon : CheckBoxOutlineBlankIcon;
            return (
              <MenuItem
                key={column}
                dense
                role="menuitemcheckbox"
                aria-checked={isShown}
                onClick={() => onChoose(toggled(columns, column))}
              >
                <ListItemIcon>
                  <Icon
                    aria-hidden
                    color={isShown ? 'primary' : 'inherit'}
                    fontSize="small"
                  />
                </ListItemIcon>
                {t(`tokens.column.${column}`)}
              </MenuItem>
            );
          })}
        </Menu>
      )}
    </>
  );
}
