import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useWords } from '../../hooks/useWords';

const useStyles = makeStyles(
  theme => ({
    words: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      columnGap: theme.spacing(2),
    },
    left: { fontWeight: 700 },
  }),
  { name: 'GitlabTokensExpiryWords' },
);

/** When a token expires, and how many days are left until then. */
export function ExpiryWords(props: {
  /** `YYYY-MM-DD`. */
  expiresAt: string;
  daysLeft: number;
}) {
  const { expiresAt, daysLeft } = props;
  const classes = useStyles();
  const { t, formats } = useWords();
  return (
    <div className={classes.words}>
      <Typography variant="body2" component="span">
        {t('expiry.label')} <time dateTime={expiresAt}>{expiresAt}</time>
        {` (${formats.weekdayAndDate(expiresAt)})`}
      </Typography>
      <Typography variant="body2" component="span" className={classes.left}>
        {daysLeft > 0
          ? t('expiry.left', { days: formats.days(daysLeft) })
          : t('expiry.expired')}
      </Typography>
    </div>
  );
}
