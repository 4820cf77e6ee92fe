import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import { Violation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import {
  VariableField,
  violationsOfVariable,
} from '../../model/deliveryViolations';
import {
  DeliveryForm,
  wrongDeliveryFields,
} from '../../model/issueFormDelivery';
import { violationsText } from '../../words/violations';
import { Choice } from './Choice';
import { FormField } from './FormField';

const useStyles = makeStyles(
  theme => ({
    variable: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      paddingLeft: theme.spacing(2),
      borderLeft: `2px solid ${theme.palette.divider}`,
    },
    row: { display: 'flex', flexDirection: 'row' },
  }),
  { name: 'GitlabTokensVariableFields' },
);

/** Of which project or group the CI/CD variable is, its key, and who gets it. */
export function VariableFields(props: {
  id: string;
  form: DeliveryForm;
  onChange: (change: Partial<DeliveryForm>) => void;
  violations: readonly Violation[];
  missing?: boolean;
}) {
  const { id, form, onChange, violations, missing = false } = props;
  const classes = useStyles();
  const words = useWords();
  const { t } = words;
  const refused = (field: VariableField) =>
    violationsText(violationsOfVariable(violations, field), words);
  const wrong = wrongDeliveryFields(form);
  const isNeeded = t('issueDialog.fieldNeeded');
  const keyWrong = t('issueDialog.keyWrong');
  return (
    <div className={classes.variable}>
      <RadioGroup
        aria-label={t('deliveryField.where')}
        className={classes.row}
        value={form.owner}
        onChange={(_, value) =>
          onChange({ owner: value === 'group' ? 'group' : 'project' })
        }
      >
        {(['project', 'group'] as const).map(owner => (
          <Choice
            key={owner}
            value={owner}
            label={t(`deliveryField.${owner}`)}
          />
        ))}
      </RadioGroup>
      <FormField
        id={`${id}-path`}
        label={t('deliveryField.path')}
        value={form.path}
        onChange={path => onChange({ path })}
        error={wrong.includes('path') ? isNeeded : undefined}
        refused={
          refused('path') ??
          (missing && wrong.includes('path') ? isNeeded : undefined)
        }
      />
      <FormField
        id={`${id}-key`}
        label={t('deliveryField.key')}
        value={form.key}
        onChange={key => onChange({ key })}
        error={wrong.includes('key') ? keyWrong : undefined}
        refused={
          refused('key') ??
          (missing && wrong.includes('key') ? keyWrong : undefined)
        }
      />
      <FormField
        id={`${id}-scope`}
        label={t('deliveryField.environmentScope')}
        hint={t('deliveryField.environmentScopeHint')}
        value={form.environmentScope}
        onChange={environmentScope => onChange({ environmentScope })}
        refused={refused('environmentScope')}
      />
      <div>
        {(['protected', 'masked'] as const).map(flag => (
          <FormControlLabel
            key={flag}
            control={
              <Checkbox
                color="primary"
                checked={form[flag]}
                onChange={(_, checked) => onChange({ [flag]: checked })}
              />
            }
            label={t(`deliveryField.${flag}`)}
          />
        ))}
      </div>
    </div>
  );
}
