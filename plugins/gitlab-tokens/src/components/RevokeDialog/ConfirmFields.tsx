import { useWords } from '../../hooks/useWords';
import { FormField } from '../operations/FormField';

/** One field for each environment that loses its credential, into which its name has to be typed. */
export function ConfirmFields(props: {
  environments: readonly string[];
  typed: Record<string, string>;
  onChange: (typed: Record<string, string>) => void;
  /** The environments whose names the backend found missing. */
  missing: readonly string[];
}) {
  const { environments, typed, onChange, missing } = props;
  const { t } = useWords();
  return (
    <>
      {environments.map(environment => (
        <FormField
          key={environment}
          id={`confirm-${environment}`}
          label={t('revokeDialog.typeName', { environment })}
          hint={t('revokeDialog.typeNameHint', { environment })}
          refused={
            missing.includes(environment)
              ? t('revokeDialog.nameNeeded', { environment })
              : undefined
          }
          value={typed[environment] ?? ''}
          onChange={text => onChange({ ...typed, [environment]: text })}
          inputProps={{ autoComplete: 'off', spellCheck: false }}
        />
      ))}
    </>
  );
}
