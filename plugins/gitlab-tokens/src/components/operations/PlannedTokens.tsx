import Typography from '@material-ui/core/Typography';
import {
  EndingToken,
  PlannedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useNow } from '../../hooks/useNow';
import { useWords } from '../../hooks/useWords';
import { kindWord, roleWord } from '../../words/Words';

function TokenName(props: { token: PlannedToken | EndingToken }) {
  const { name, kind, owner } = props.token;
  const { t } = useWords();
  return (
    <Typography variant="body1">
      {t('plan.token', {
        name,
        kind: kindWord(kind, t),
        owner: owner?.path ?? t('credential.notKnown'),
      })}
    </Typography>
  );
}

function Expiry(props: { date: string | null }) {
  const { t, formats } = useWords();
  const { date } = props;
  return (
    <Typography variant="body2">
      {date
        ? t('plan.expires', { date: formats.weekdayAndDate(date) })
        : t('plan.neverExpires')}
    </Typography>
  );
}

/** The token that an operation makes. */
export function NewToken(props: { token: PlannedToken }) {
  const { token } = props;
  const { t, formats } = useWords();
  return (
    <>
      <TokenName token={token} />
      <Typography variant="body2">
        {t('plan.scopes', { scopes: formats.list(token.scopes) })}
      </Typography>
      {token.role && (
        <Typography variant="body2">
          {t('plan.role', { role: roleWord(token.role, t) })}
        </Typography>
      )}
      <Expiry date={token.expiresAt} />
    </>
  );
}

/** The token that an operation ends, and when it was used last. */
export function OldToken(props: { token: EndingToken }) {
  const { token } = props;
  const { t, formats } = useWords();
  const now = useNow();
  return (
    <>
      <TokenName token={token} />
      <Expiry date={token.expiresAt} />
      <Typography variant="body2">
        {token.lastUsedAt
          ? t('plan.lastUsed', { ago: formats.ago(token.lastUsedAt, now) })
          : t('plan.neverUsed')}
      </Typography>
    </>
  );
}
