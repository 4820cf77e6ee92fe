import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { Tone } from '../words/states';
import { useToneStyles } from './tones';

const useStyles = makeStyles(
  theme => ({
    badge: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      flexShrink: 0,
      padding: theme.spacing(0.5, 1.25, 0.5, 0.75),
      borderRadius: 16,
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.body2.fontSize,
      fontWeight: 700,
      lineHeight: '20px',
      whiteSpace: 'nowrap',
      color: theme.palette.text.primary,
    },
  }),
  { name: 'GitlabTokensBadge' },
);

/** An icon and a word in the colour of their tone; pointing at it tells more. */
export function Badge(props: {
  tone: Tone;
  hint: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const tones = useToneStyles();
  return (
    <span
      className={`${classes.badge} ${tones[props.tone]}`}
      title={props.hint}
    >
      {props.children}
    </span>
  );
}
