import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { Violation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { ChoiceRadio } from './ChoiceRadio';
import { DeliveryForm } from '../../model/issueFormDelivery';
import { violationsText } from '../../words/violations';
import { apartFromVariable } from '../../model/deliveryViolations';
import { VariableFields } from './VariableFields';

const TARGETS = ['ci-variable', 'reveal'] as const;

/** Where a new value goes: into a CI/CD variable, or shown once. */
export function DeliveryFields(props: {
  id: string;
  form: DeliveryForm;
  onChange: (change: Partial<DeliveryForm>) => void;
  violations: readonly Violation[];
  /** Somebody tried without filling it in. */
  missing?: boolean;
}) {
  const { id, form, onChange, violations, missing } = props;
  const words = useWords();
  const { t } = words;
  const isVariable = form.target === 'ci-variable';
  const wrong = violationsText(
    isVariable ? apartFromVariable(violations) : violations,
    words,
  );
  const errorId = `${id}-deliver-error`;
  return (
    <FormControl
      component="fieldset"
      error={wrong !== undefined}
      aria-describedby={wrong ? errorId : undefined}
    >
      <FormLabel component="legend">{t('deliveryField.legend')}</FormLabel>
      <RadioGroup
        aria-label={t('deliveryField.legend')}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? errorId : undefined}
        value={form.target}
        onChange={(_, value) =>
          onChange({ target: TARGETS.find(it => it === value) })
        }
      >
        {TARGETS.map(target => (
          <FormControlLabel
            key={target}
            value={target}
            control={<ChoiceRadio />}
            label={t(`deliveryField.target.${target}`)}
          />
        ))}
      </RadioGroup>
      {isVariable && (
        <VariableFields
          id={id}
          form={form}
          onChange={onChange}
          violations={violations}
          missing={missing}
        />
      )}
      {wrong && (
        <Typography id={errorId} variant="body2" color="error" role="alert">
          {wrong}
        </Typography>
      )}
    </FormControl>
  );
}
