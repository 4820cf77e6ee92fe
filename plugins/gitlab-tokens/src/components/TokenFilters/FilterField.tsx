import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';

/** One filter: any number of values, found by typing. */
export function FilterField<T extends string>(props: {
  label: string;
  hint?: string;
  options: readonly T[];
  values: readonly T[];
  labelOf?: (value: T) => string;
  onChange: (values: T[]) => void;
}) {
  const { label, hint, options, values, labelOf, onChange } = props;
  return (
    <Autocomplete<T, true>
      multiple
      disableCloseOnSelect
      size="small"
      limitTags={2}
      options={[...new Set([...options, ...values])]}
      value={[...values]}
      getOptionLabel={value => labelOf?.(value) ?? value}
      onChange={(_, chosen) => onChange(chosen)}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={label}
          helperText={hint}
        />
      )}
    />
  );
}
