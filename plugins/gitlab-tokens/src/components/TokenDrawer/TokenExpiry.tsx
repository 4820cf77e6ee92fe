import Typography from '@material-ui/core/Typography';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { tokenSubject } from '../../words/tokens';
import { ExpiryMeter } from '../EnvironmentCard/ExpiryMeter';
import { ExpiryWords } from '../EnvironmentCard/ExpiryWords';

/** When a token expires and how many days are left, as a bar, too, where that can be drawn. */
export function TokenExpiry(props: {
  token: ManagedToken;
  environment: Environment | undefined;
}) {
  const { token, environment } = props;
  const { t } = useWords();
  const { expiresAt, createdAt, state, daysLeft } = token;
  if (expiresAt === null || daysLeft === null) {
    return <Typography variant="body2">{t('expiry.never')}</Typography>;
  }
  // Of a revoked token the expiry says nothing
  if (state === 'revoked') {
    return (
      <Typography variant="body2">
        {t('expiry.label')} {expiresAt}
      </Typography>
    );
  }
  // A bar needs a beginning, which GitLab does not tell of deploy tokens
  return createdAt === null ? (
    <ExpiryWords expiresAt={expiresAt} daysLeft={daysLeft} />
  ) : (
    <ExpiryMeter
      environment={{
        state: tokenSubject(token, environment).state,
        daysLeft,
        observed: { createdAt, expiresAt },
      }}
    />
  );
}
