import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { InventoryOwner } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { GitlabTarget } from '../../model/gitlabTarget';
import { targetName } from '../../words/entityTokens';

const useStyles = makeStyles(
  theme => ({
    panel: { padding: theme.spacing(3), overflowWrap: 'anywhere' },
  }),
  { name: 'GitlabTokensNoEntityTokens' },
);

function whyEmpty(owners: readonly InventoryOwner[] | null) {
  if (owners?.length === 0) {
    return 'notManaged';
  }
  return owners?.every(({ listedAt, problem }) => !listedAt && !problem)
    ? 'notListed'
    : 'noTokens';
}

/**
 * Why there are no tokens to show.
 *
 * @param props - `owners`: the project or group and the groups above it, of those that are listed; null: not known
 */
export function NoEntityTokens(props: {
  target: GitlabTarget;
  owners: readonly InventoryOwner[] | null;
}) {
  const { target, owners } = props;
  const classes = useStyles();
  const { t } = useWords();
  const why = whyEmpty(owners);
  return (
    <Card className={classes.panel}>
      <Typography variant="h6" component="h3">
        {t(`entityTokens.empty.${why}.title`)}
      </Typography>
      <Typography variant="body1">
        {t(`entityTokens.empty.${why}.description`, {
          target: targetName(target),
        })}
      </Typography>
    </Card>
  );
}
