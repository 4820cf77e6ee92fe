import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Policy,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { scopeChoices } from '../../model/issueForm';
import { scopeHelp } from '../../words/scopes';

const useStyles = makeStyles(
  theme => ({
    groups: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 230px), 1fr))',
      gap: theme.spacing(1.5, 2),
      marginTop: theme.spacing(1),
    },
    group: {
      ...theme.typography.body2,
      border: 0,
      margin: 0,
      padding: 0,
      minWidth: 0,
    },
    legend: { padding: theme.spacing(0, 0, 0.5), fontWeight: 700 },
    // One below the other, however short they are
    option: {
      display: 'flex',
      alignItems: 'flex-start',
      marginBottom: theme.spacing(0.5),
      overflowWrap: 'anywhere',
    },
    box: { paddingTop: 0, paddingBottom: 0 },
    name: { fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace' },
  }),
  { name: 'GitlabTokensScopeFields' },
);

/** The scopes of a kind in groups, each with what it allows; what the policy forbids cannot be chosen, and says so. */
export function ScopeFields(props: {
  id: string;
  kind: TokenKind;
  policy: Policy;
  value: string[];
  onChange: (scopes: string[]) => void;
  error?: string;
  /** The scopes that the error is about. */
  wrong?: readonly string[];
}) {
  const { id, kind, policy, value, onChange, error, wrong = [] } = props;
  const classes = useStyles();
  const { t } = useWords();
  const errorId = `${id}-scopes-error`;
  const toggle = (scope: string, isChosen: boolean) =>
    onChange(
      isChosen ? [...value, scope] : value.filter(chosen => chosen !== scope),
    );
  return (
    <FormControl
      component="fieldset"
      error={error !== undefined}
      aria-describedby={error ? errorId : undefined}
    >
      <FormLabel component="legend">{t('issueDialog.scopes')}</FormLabel>
      {error && (
        <Typography id={errorId} variant="body2" color="error" role="alert">
          {error}
        </Typography>
      )}
      <div className={classes.groups}>
        {scopeChoices(kind, policy).map(({ group, scopes }) => (
          <fieldset key={group} className={classes.group}>
            <legend className={classes.legend}>
              {t(`issueDialog.group.${group}`)}
            </legend>
            {scopes.map(({ scope, isAllowed }) => {
              const helpId = `${id}-${scope}-help`;
              const isWrong = wrong.includes(scope);
              return (
                <FormControlLabel
                  key={scope}
                  className={classes.option}
                  disabled={!isAllowed}
                  control={
                    <Checkbox
                      className={classes.box}
                      color="primary"
                      size="small"
                      checked={value.includes(scope)}
                      onChange={(_, checked) => toggle(scope, checked)}
                      inputProps={{
                        'aria-label': scope,
                        'aria-describedby': isWrong
                          ? `${errorId} ${helpId}`
                          : helpId,
                        'aria-invalid': isWrong || undefined,
                      }}
                    />
                  }
                  label={
                    <div>
                      <Typography variant="body2" className={classes.name}>
                        {scope}
                      </Typography>
                      <Typography
                        id={helpId}
                        variant="caption"
                        display="block"
                        color="textSecondary"
                      >
                        {isAllowed
                          ? scopeHelp(scope, t)
                          : t('issueDialog.scopeForbidden')}
                      </Typography>
                    </div>
                  }
                />
              );
            })}
          </fieldset>
        ))}
      </div>
    </FormControl>
  );
}
