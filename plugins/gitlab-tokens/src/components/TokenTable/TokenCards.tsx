import { makeStyles } from '@material-ui/core/styles';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Words } from '../../words/Words';
import { CardList } from './CardList';
import { CardSorting } from './CardSorting';
import { TokenCard } from './TokenCard';
import { TokenName } from './TokenName';
import { TokenHandlers } from './TokenRow';
import { TokenRowMenu } from './TokenRowMenu';
import { Sorting } from './TokenTableHead';
import { AllTick, ticksOf, TokenTick } from './TokenTick';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      // As far from the edge as the boxes of the cards
      padding: theme.spacing(1, 1.5),
    },
  }),
  { name: 'GitlabTokensTokenCards' },
);

/** Tokens below each other, with what the headers of a table are for. */
export function TokenCards(
  props: TokenHandlers & {
    tokens: readonly ManagedToken[];
    environments: ReadonlyMap<string, Environment>;
    /** What stands below a token's name. */
    placeOf: (token: ManagedToken) => string | undefined;
    sorting: Sorting;
    isTicked: (token: ManagedToken) => boolean;
    pending: boolean;
    words: Words;
  },
) {
  const { tokens, environments, placeOf, sorting, isTicked, pending } = props;
  const { words, onOpen, onSelect, onAction } = props;
  const classes = useStyles();
  const { ticked, selectable } = ticksOf(tokens, isTicked);
  return (
    <>
      <div className={classes.head}>
        <AllTick
          ticked={ticked}
          onTickAll={isToBeTicked => onSelect(selectable, isToBeTicked)}
        />
        <CardSorting sorting={sorting} />
      </div>
      <CardList label={words.t('tokens.caption')} pending={pending}>
        {tokens.map(token => (
          <TokenCard
            key={token.ref}
            token={token}
            environment={environments.get(token.environment)}
            words={words}
            isTicked={isTicked(token)}
            tick={
              <TokenTick
                token={token}
                isTicked={isTicked(token)}
                words={words}
                onSelect={onSelect}
              />
            }
            name={
              <TokenName
                token={token}
                place={placeOf(token)}
                words={words}
                onOpen={onOpen}
              />
            }
            menu={
              <TokenRowMenu token={token} onOpen={onOpen} onAction={onAction} />
            }
          />
        ))}
      </CardList>
    </>
  );
}
