import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import GetAppIcon from '@material-ui/icons/GetApp';
import { TokenQuery } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useTokensExport } from '../../hooks/useTokensExport';
import { useWords } from '../../hooks/useWords';
import { tokensFailureWords } from '../../words/tokens';

const useStyles = makeStyles(
  { failure: { flexBasis: '100%', overflowWrap: 'anywhere' } },
  { name: 'GitlabTokensExportButton' },
);

/** Saves all tokens that match as a CSV file. */
export function ExportButton(props: { query: TokenQuery }) {
  const classes = useStyles();
  const { t } = useWords();
  const { isExporting, failure, exportTokens } = useTokensExport(props.query);
  const words = failure && tokensFailureWords(failure, t);
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<GetAppIcon />}
        title={t('tokens.exportHint')}
        aria-disabled={isExporting}
        onClick={() => !isExporting && exportTokens()}
      >
        {isExporting ? t('tokens.exporting') : t('tokens.export')}
      </Button>
      {words && (
        <Typography role="alert" variant="body2" className={classes.failure}>
          {t('tokens.exportFailed')} {words.what} {words.action}
        </Typography>
      )}
    </>
  );
}
