import FormControl from '@material-ui/core/FormControl';
import FormLabel from '@material-ui/core/FormLabel';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { Violation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Fragment } from 'react';
import { useWords } from '../../hooks/useWords';
import { Choice } from './Choice';
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
          <Fragment key={target}>
            <Choice
              value={target}
              label={t(`deliveryField.target.${target}`)}
            />
            {target === 'ci-variable' && isVariable && (
              <VariableFields
                id={id}
                form={form}
                onChange={onChange}
                violations={violations}
                missing={missing}
              />
            )}
          </Fragment>
        ))}
      </RadioGroup>
      {wrong && (
        <Typography id={errorId} variant="body2" color="error" role="alert">
          {wrong}
        </Typography>
      )}
    </FormControl>
  );
}
