import { FormField } from './FormField';

/** One of a few values, each with what it is called. */
export function SelectField<T extends string>(props: {
  id: string;
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  hint?: string;
  /** What the backend found wrong. */
  refused?: string;
}) {
  const { options, onChange, ...others } = props;
  const choose = (text: string) => {
    const chosen = options.find(({ value }) => value === text);
    if (chosen) {
      onChange(chosen.value);
    }
  };
  return (
    <FormField {...others} select onChange={choose}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </FormField>
  );
}
