import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  daysUntilExpiry,
  Environment,
  ObservedCredential,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { Tone, toneOfState } from '../../words/states';
import { colourOf } from '../tones';
import { ExpiryWords } from './ExpiryWords';

type Filling = { tone: Tone; share: number };

const useStyles = makeStyles(
  theme => ({
    track: {
      height: 8,
      marginTop: theme.spacing(0.75),
      borderRadius: 4,
      overflow: 'hidden',
      backgroundColor: theme.palette.action.selected,
    },
    filling: {
      height: '100%',
      width: ({ share }: Filling) => `${Math.round(share * 100)}%`,
      backgroundColor: ({ tone }: Filling) => colourOf(tone, theme),
    },
  }),
  { name: 'GitlabTokensExpiryMeter' },
);

/** Days from the creation of the token to its expiry, at least one. */
function lifetimeOf(createdAt: string, expiresAt: string): number {
  return Math.max(1, daysUntilExpiry(expiresAt, new Date(createdAt)));
}

/** What of an environment, or of a token, the meter shows. */
type ExpirySubject = Pick<Environment, 'state' | 'daysLeft'> & {
  observed: Pick<ObservedCredential, 'createdAt' | 'expiresAt'> | null;
};

/** When the token expires, in how many days, and how much of its lifetime is left as a bar. */
export function ExpiryMeter(props: { environment: ExpirySubject }) {
  const { observed, daysLeft, state } = props.environment;
  const { t, formats } = useWords();
  const expiresAt = observed?.expiresAt ?? null;
  const lifetime =
    observed && expiresAt ? lifetimeOf(observed.createdAt, expiresAt) : 1;
  const left = Math.max(0, daysLeft ?? 0);
  const classes = useStyles({
    tone: toneOfState(state),
    share: Math.min(1, left / lifetime),
  });
  if (expiresAt === null || daysLeft === null) {
    return <Typography variant="body2">{t('expiry.never')}</Typography>;
  }
  return (
    <div>
      <ExpiryWords expiresAt={expiresAt} daysLeft={daysLeft} />
      <div
        className={classes.track}
        role="meter"
        aria-label={t('expiry.meter')}
        aria-valuemin={0}
        aria-valuemax={lifetime}
        aria-valuenow={Math.min(left, lifetime)}
        aria-valuetext={t('expiry.meterText', {
          days: formats.days(left),
          lifetime: formats.days(lifetime),
        })}
      >
        <div className={classes.filling} />
      </div>
    </div>
  );
}
