import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';

const useStyles = makeStyles(
  { stale: { display: 'block' } },
  { name: 'GitlabTokensInspectionAge' },
);

/** An inspection ends after the observation it makes; this much apart they still belong together. */
const SAME_INSPECTION = 60_000;

function isStale({ observed, inspectedAt }: Environment): boolean {
  return (
    observed !== null &&
    inspectedAt !== null &&
    Date.parse(inspectedAt) - Date.parse(observed.observedAt) > SAME_INSPECTION
  );
}

/** When the environment was inspected, and since when GitLab has not answered where that is longer ago. */
export function InspectionAge(props: { environment: Environment; now: Date }) {
  const { environment, now } = props;
  const { observed, inspectedAt } = environment;
  const classes = useStyles();
  const { t, formats } = useWords();
  return (
    <Typography variant="body2" color="textSecondary" component="div">
      {inspectedAt ? (
        <time dateTime={inspectedAt} title={formats.instant(inspectedAt)}>
          {t('card.inspected', { ago: formats.ago(inspectedAt, now) })}
        </time>
      ) : (
        t('card.notInspected')
      )}
      {observed && isStale(environment) && (
        <span className={classes.stale}>
          {t('card.staleObservation', {
            ago: formats.ago(observed.observedAt, now),
          })}
        </span>
      )}
    </Typography>
  );
}
