import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';

/**
 * One filter: any number of values, found by typing.
 *
 * @param props - `typed`: makes a value of a text that is none of the options; without it, only these can be chosen
 */
export function FilterField<T extends string>(props: {
  id: string;
  label: string;
  hint?: string;
  options: readonly T[];
  values: readonly T[];
  labelOf?: (value: T) => string;
  typed?: (text: string) => T;
  onChange: (values: T[]) => void;
}) {
  const { id, label, hint, options, values, labelOf, typed } = props;
  const change = (chosen: readonly T[]) => {
    const known = chosen.map(value => typed?.(value) ?? value);
    props.onChange([...new Set(known)].filter(value => value !== ''));
  };
  return (
    <Autocomplete<T, true, false, boolean>
      id={id}
      // Material UI names its list by what an older version of ARIA had
      aria-controls={`${id}-popup`}
      multiple
      freeSolo={typed !== undefined}
      disableCloseOnSelect
      size="small"
      limitTags={2}
      options={[...new Set([...options, ...values])]}
      value={[...values]}
      getOptionLabel={value => labelOf?.(value) ?? value}
      onChange={(_, chosen) => change(chosen as T[])}
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
