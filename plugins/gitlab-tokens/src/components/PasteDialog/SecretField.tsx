import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import VisibilityIcon from '@material-ui/icons/Visibility';
import VisibilityOffIcon from '@material-ui/icons/VisibilityOff';
import { useState } from 'react';
import { useWords } from '../../hooks/useWords';
import { FormField } from '../operations/FormField';

/** A field for a value that nobody should read over a shoulder, and no browser keep. */
export function SecretField(props: {
  id: string;
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
  refused?: string;
}) {
  const { t } = useWords();
  const [isVisible, setVisible] = useState(false);
  return (
    <FormField
      {...props}
      type={isVisible ? 'text' : 'password'}
      inputProps={{
        autoComplete: 'off',
        autoCorrect: 'off',
        autoCapitalize: 'off',
        spellCheck: false,
        // Password managers would offer to keep it
        'data-1p-ignore': true,
        'data-lpignore': true,
      }}
      InputProps={{
        endAdornment: (
          <InputAdornment position="end">
            <IconButton
              size="small"
              aria-pressed={isVisible}
              aria-label={t(
                isVisible ? 'pasteDialog.hide' : 'pasteDialog.show',
              )}
              onClick={() => setVisible(before => !before)}
            >
              {isVisible ? <VisibilityOffIcon /> : <VisibilityIcon />}
            </IconButton>
          </InputAdornment>
        ),
      }}
    />
  );
}
