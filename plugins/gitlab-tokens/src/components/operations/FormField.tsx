import TextField, { TextFieldProps } from '@material-ui/core/TextField';
import { ReactNode, useState } from 'react';

/** A field of text. What is wrong with it is said once somebody has left it, or at once where the backend said so. */
export function FormField(props: {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  /** What is wrong with what was typed. */
  error?: string;
  /** What the backend found wrong. */
  refused?: string;
  select?: boolean;
  InputProps?: TextFieldProps['InputProps'];
  inputProps?: TextFieldProps['inputProps'];
  type?: string;
  children?: ReactNode;
}) {
  const { value, onChange, hint, error, refused, ...others } = props;
  const [wasLeft, setLeft] = useState(false);
  const wrong = refused ?? (wasLeft ? error : undefined);
  return (
    <TextField
      {...others}
      fullWidth
      variant="outlined"
      size="small"
      value={value}
      onChange={event => onChange(event.target.value)}
      onBlur={() => setLeft(true)}
      error={wrong !== undefined}
      helperText={wrong ?? hint}
      SelectProps={others.select ? { native: true } : undefined}
      InputLabelProps={others.select ? { shrink: true } : undefined}
    />
  );
}
