import Typography from '@material-ui/core/Typography';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { tokenSubject } from '../../words/tokens';
import { ExpiryMeter } from '../EnvironmentCard/ExpiryMeter';

/** When a token expires, as a bar where that can be drawn. */
export function TokenExpiry(props: {
  token: ManagedToken;
  environment: Environment | undefined;
}) {
  const { token, environment } = props;
  const { t } = useWords();
  const { expiresAt, createdAt, state, daysLeft } = token;
  // A bar needs a beginning, which GitLab does not tell of deploy tokens; of a revoked token the expiry says nothing
  if (expiresAt === null || createdAt === null || state === 'revoked') {
    return (
      <Typography variant="body2">
        {expiresAt ? `${t('expiry.label')} ${expiresAt}` : t('expiry.never')}
      </Typography>
    );
  }
  return (
    <ExpiryMeter
      environment={{
        state: tokenSubject(token, environment).state,
        daysLeft,
        observed: { createdAt, expiresAt },
      }}
    />
  );
}
