import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { useWords } from '../../hooks/useWords';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
    field: {
      flex: '1 1 220px',
      // On the tinted paper around it, the theme's is too faint
      '& label': { color: theme.palette.text.primary },
    },
    input: { fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace' },
  }),
  { name: 'GitlabTokensRevealedField' },
);

/** As long for every value, so that it does not tell how long this one is. */
const MASK = '•'.repeat(20);

/** A value that can be copied without being seen. */
export function RevealedField(props: { value: string }) {
  const { value } = props;
  const classes = useStyles();
  const { t } = useWords();
  const [isVisible, setVisible] = useState(false);
  const [copying, setCopying] = useState<'not' | 'copied' | 'failed'>('not');
  const copy = () =>
    // Not there at all on pages that came without TLS
    Promise.resolve(navigator.clipboard)
      .then(clipboard => clipboard.writeText(value))
      .then(
        () => setCopying('copied'),
        () => setCopying('failed'),
      );
  return (
    <div>
      <div className={classes.row}>
        <TextField
          id="gitlab-tokens-revealed-value"
          className={classes.field}
          variant="outlined"
          size="small"
          label={t('reveal.value')}
          value={isVisible ? value : MASK}
          InputProps={{ readOnly: true, className: classes.input }}
          inputProps={{ autoComplete: 'off', spellCheck: false }}
        />
        <Button
          variant="outlined"
          aria-pressed={isVisible}
          onClick={() => setVisible(before => !before)}
        >
          {isVisible ? t('reveal.hide') : t('reveal.show')}
        </Button>
        <Button variant="contained" color="primary" onClick={copy}>
          {t('reveal.copy')}
        </Button>
      </div>
      <div role="status">
        {copying === 'copied' && t('reveal.copied')}
        {copying === 'failed' && t('reveal.copyFailed')}
      </div>
    </div>
  );
}
