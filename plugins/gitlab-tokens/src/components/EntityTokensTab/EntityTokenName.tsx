import { makeStyles } from '@material-ui/core/styles';
import { ManagedToken } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { isOwn } from '../../model/entityTokens';
import { GitlabTarget } from '../../model/gitlabTarget';
import { Words } from '../../words/Words';

const useStyles = makeStyles(
  theme => ({
    name: {
      overflowWrap: 'anywhere',
      fontWeight: 700,
      // In the table; a card has its own width
      [theme.breakpoints.up('sm')]: { minWidth: 180 },
    },
    owner: {
      display: 'block',
      fontWeight: 'normal',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'GitlabTokensEntityTokenName' },
);

/** The name of a token, and what it belongs to, where that is a group above the entity's own. */
export function EntityTokenName(props: {
  token: ManagedToken;
  target: GitlabTarget;
  words: Words;
}) {
  const { token, target } = props;
  const { owner, name } = token;
  const classes = useStyles();
  const { t } = props.words;
  return (
    <div className={classes.name}>
      {name}
      {!isOwn(token, target) && (
        <span className={classes.owner}>
          {owner.path === null
            ? t('entityTokens.inheritedFromUnknown')
            : t('entityTokens.inherited', { owner: owner.path })}
        </span>
      )}
    </div>
  );
}
