import Checkbox from '@material-ui/core/Checkbox';
import { ManagedToken } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { Words } from '../../words/Words';

/** The box by which one token is ticked. */
export function TokenTick(props: {
  token: ManagedToken;
  isTicked: boolean;
  words: Words;
  onSelect: (tokens: readonly ManagedToken[], isTicked: boolean) => void;
}) {
  const { token, isTicked, words, onSelect } = props;
  return (
    <Checkbox
      color="primary"
      checked={isTicked}
      disabled={token.state === 'revoked'}
      inputProps={{
        'aria-label': words.t('tokens.select', { name: token.name }),
      }}
      onChange={(_, checked) => onSelect([token], checked)}
    />
  );
}

/** How many of the tokens that can be ticked are. */
export type Ticked = 'none' | 'some' | 'all';

/** How many of a page's tokens are ticked, and which of them can be. */
export function ticksOf(
  tokens: readonly ManagedToken[],
  isTicked: (token: ManagedToken) => boolean,
): { ticked: Ticked; selectable: ManagedToken[] } {
  const selectable = tokens.filter(({ state }) => state !== 'revoked');
  const ticks = selectable.filter(isTicked).length;
  const someTicked = ticks > 0 ? 'some' : 'none';
  return {
    ticked: ticks > 0 && ticks === selectable.length ? 'all' : someTicked,
    selectable,
  };
}

/** The box by which all tokens of a page are ticked. */
export function AllTick(props: {
  ticked: Ticked;
  onTickAll: (isTicked: boolean) => void;
}) {
  const { ticked, onTickAll } = props;
  const { t } = useWords();
  return (
    <Checkbox
      color="primary"
      checked={ticked === 'all'}
      indeterminate={ticked === 'some'}
      inputProps={{
        'aria-label': t('tokens.selectAll'),
      }}
      inputRef={(input: HTMLInputElement | null) => {
        if (input) {
          // Material UI draws it, and does not tell the browser
          input.indeterminate = ticked === 'some';
        }
      }}
      onChange={() => onTickAll(ticked !== 'all')}
    />
  );
}
