import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import CheckIcon from '@material-ui/icons/Check';
import FileCopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useEffect, useState } from 'react';
import { useWords } from '../../hooks/useWords';

/** How long the button says that it has copied. */
const SHOWN = 3_000;

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(0.5, 1),
    },
  }),
  { name: 'GitlabTokensCopyButton' },
);

/** Copies a text that is made only when it is asked for, and says how it went. */
export function CopyButton(props: { what: string; text: () => string }) {
  const { what, text } = props;
  const classes = useStyles();
  const { t } = useWords();
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);

  useEffect(() => {
    if (result !== 'copied') {
      return undefined;
    }
    const timer = setTimeout(() => setResult(null), SHOWN);
    return () => clearTimeout(timer);
  }, [result]);

  const copy = async () => {
    try {
      // There is no clipboard outside of HTTPS and localhost
      await navigator.clipboard.writeText(text());
      setResult('copied');
    } catch {
      setResult('failed');
    }
  };
  return (
    <div className={classes.row}>
      <Typography variant="body2" component="span" role="status">
        {result === 'copied' && t('recipe.copied')}
        {result === 'failed' && t('recipe.copyFailed')}
      </Typography>
      <Button
        size="small"
        startIcon={
          result === 'copied' ? (
            <CheckIcon aria-hidden />
          ) : (
            <FileCopyIcon aria-hidden />
          )
        }
        aria-label={t('recipe.copyOf', { what })}
        onClick={copy}
      >
        {t('recipe.copy')}
      </Button>
    </div>
  );
}
