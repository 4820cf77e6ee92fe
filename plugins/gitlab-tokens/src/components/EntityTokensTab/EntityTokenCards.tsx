import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { EnvironmentTokens } from '../../model/entityTokens';
import { GitlabTarget } from '../../model/gitlabTarget';
import { Words } from '../../words/Words';
import { CardList, TokenCard } from '../TokenTable';
import { EntityTokenActions, EntityTokenHandlers } from './EntityTokenActions';
import { EntityTokenName } from './EntityTokenName';

const useStyles = makeStyles(
  theme => ({
    groups: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
    title: { margin: theme.spacing(0, 0, 1) },
  }),
  { name: 'GitlabTokensEntityTokenCards' },
);

/** The tokens of a project or group below each other, environment by environment. */
export function EntityTokenCards(
  props: EntityTokenHandlers & {
    caption: string;
    target: GitlabTarget;
    groups: readonly EnvironmentTokens[];
    environments: readonly Environment[];
    pending: boolean;
    words: Words;
  },
) {
  const { caption, target, groups, environments, pending, words } = props;
  const { onOpen, onTask } = props;
  const classes = useStyles();
  return (
    <div role="group" aria-label={caption} className={classes.groups}>
      {groups.map(({ environment: name, tokens }) => {
        const environment = environments.find(each => each.name === name);
        const title = environment?.title ?? name;
        return (
          <div key={name}>
            <Typography
              variant="subtitle2"
              component="h3"
              className={classes.title}
            >
              {title}
            </Typography>
            <CardList label={title} pending={pending}>
              {tokens.map(token => (
                <TokenCard
                  key={token.ref}
                  {...{ token, environment, words }}
                  name={
                    <EntityTokenName
                      token={token}
                      target={target}
                      words={words}
                    />
                  }
                  menu={
                    <EntityTokenActions
                      token={token}
                      onOpen={onOpen}
                      onTask={onTask}
                    />
                  }
                />
              ))}
            </CardList>
          </div>
        );
      })}
    </div>
  );
}
