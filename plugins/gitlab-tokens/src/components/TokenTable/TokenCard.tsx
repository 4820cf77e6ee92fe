import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { ReactNode } from 'react';
import { expiryPhrase, tokenSubject } from '../../words/tokens';
import { kindWord, Words } from '../../words/Words';
import { Path } from '../Path';
import { StateBadge } from '../StateBadge';
import { ListedCard } from './ListedCard';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    // What is beside it goes below it where the words for that are long
    name: { flex: '1 1 150px', minWidth: 0, ...theme.typography.body2 },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
  }),
  { name: 'GitlabTokensTokenCard' },
);

/** One token where there is no room for a row of a table: what matters most, and what can be done with it. */
export function TokenCard(props: {
  token: ManagedToken;
  environment: Environment | undefined;
  words: Words;
  isTicked?: boolean;
  tick?: ReactNode;
  name: ReactNode;
  menu: ReactNode;
}) {
  const { token, environment, words, isTicked, tick, name, menu } = props;
  const classes = useStyles();
  const { path } = token.owner;
  return (
    <ListedCard isTicked={isTicked}>
      <div className={classes.head}>
        {tick}
        <div className={classes.name}>{name}</div>
        {menu}
      </div>
      <div className={classes.facts}>
        <StateBadge environment={tokenSubject(token, environment)} />
        <Typography variant="body2" component="span">
          {expiryPhrase(token, words)}
        </Typography>
      </div>
      <Typography variant="body2" color="textSecondary">
        {kindWord(token.kind, words.t)} ·{' '}
        {path === null ? words.t('tokens.notKnown') : <Path path={path} />}
      </Typography>
    </ListedCard>
  );
}
