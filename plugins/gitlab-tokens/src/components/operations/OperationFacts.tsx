import Typography from '@material-ui/core/Typography';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';

/** What an operation is, who asked for it and when. */
export function OperationFacts(props: { operation: Operation }) {
  const { kind, environment, requestedBy, createdAt, attempts } =
    props.operation;
  const { t, formats } = useWords();
  return (
    <div>
      <Typography variant="body1" component="h3">
        {t(`operation.title.${kind}`, { environment })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('operation.askedBy', {
          who: requestedBy,
          instant: formats.instant(createdAt),
        })}
      </Typography>
      {attempts > 1 && (
        <Typography variant="body2" color="textSecondary">
          {t('operation.attempts', { count: attempts })}
        </Typography>
      )}
    </div>
  );
}
