import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import {
  Policy,
  TokenKind,
  Violation,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useNow } from '../../hooks/useNow';
import { useWords } from '../../hooks/useWords';
import { expiryChoices } from '../../model/planExpiry';
import { violationsText } from '../../words/violations';

const useStyles = makeStyles(
  theme => ({
    field: {
      ...theme.typography.body2,
      border: 0,
      margin: 0,
      padding: 0,
      minWidth: 0,
    },
    legend: { padding: 0, color: theme.palette.text.secondary },
    presets: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(0.5, 0, 2),
    },
  }),
  { name: 'GitlabTokensExpiryField' },
);

/** When the new token expires: the usual spans, the longest that the policy allows, or any day before that. */
export function ExpiryField(props: {
  id: string;
  policy: Policy;
  kind: TokenKind | null;
  /** `YYYY-MM-DD`; empty while nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
  violations: readonly Violation[];
  /** Somebody tried without it. */
  missing?: boolean;
}) {
  const { id, policy, kind, value, onChange, violations, missing } = props;
  const classes = useStyles();
  const words = useWords();
  const { t, formats } = words;
  const choices = expiryChoices(policy, kind, useNow());
  const wrong =
    violationsText(violations, words) ??
    (missing ? t('issueDialog.fieldNeeded') : undefined);
  const hint = choices.last
    ? t('expiryField.hint', { last: formats.date(choices.last) })
    : t('expiryField.hintUnlimited');
  return (
    <fieldset className={classes.field}>
      <legend className={classes.legend}>{t('expiryField.legend')}</legend>
      <div className={classes.presets}>
        {choices.presets.map(({ days, date, isMost }) => (
          <Button
            key={date}
            size="small"
            variant={value === date ? 'contained' : 'outlined'}
            aria-pressed={value === date}
            onClick={() => onChange(date)}
          >
            {t(isMost ? 'expiryField.most' : 'expiryField.preset', {
              days: formats.days(days),
            })}
          </Button>
        ))}
      </div>
      <TextField
        id={`${id}-expiry`}
        type="date"
        fullWidth
        variant="outlined"
        size="small"
        label={t('expiryField.dateLabel')}
        value={value}
        onChange={event => onChange(event.target.value)}
        error={wrong !== undefined}
        helperText={wrong ?? hint}
        InputLabelProps={{ shrink: true }}
        inputProps={{ min: choices.first, max: choices.last ?? undefined }}
      />
    </fieldset>
  );
}
