import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ErrorIcon from '@material-ui/icons/Error';
import InfoIcon from '@material-ui/icons/Info';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import WarningIcon from '@material-ui/icons/Warning';
import { ReactNode } from 'react';
import { Tone } from '../../words/states';
import { useToneStyles } from '../tones';

const ICONS: Record<Tone, typeof ErrorIcon> = {
  good: CheckCircleIcon,
  neutral: InfoIcon,
  warning: WarningIcon,
  error: ErrorIcon,
};

const useStyles = makeStyles(
  theme => ({
    notice: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(1.25, 1.5),
      borderRadius: theme.shape.borderRadius,
      overflowWrap: 'anywhere',
    },
    text: { flex: 1, minWidth: 0 },
    title: { fontWeight: 700 },
  }),
  { name: 'GitlabTokensNotice' },
);

/** Something to know before going on, with an icon in its tone. `alert` is read out at once. */
export function Notice(props: {
  tone: Tone;
  title?: string;
  alert?: boolean;
  children?: ReactNode;
}) {
  const { tone, title, alert, children } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const Icon = ICONS[tone];
  return (
    <div
      role={alert ? 'alert' : undefined}
      className={`${classes.notice} ${tones[tone]}`}
    >
      <Icon fontSize="small" aria-hidden />
      <div className={classes.text}>
        {title && (
          <Typography variant="body2" className={classes.title}>
            {title}
          </Typography>
        )}
        {children}
      </div>
    </div>
  );
}
