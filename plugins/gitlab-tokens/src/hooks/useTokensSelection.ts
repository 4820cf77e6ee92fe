import { ManagedToken } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useMemo, useState } from 'react';

/** The tokens that are ticked, those of other pages too. */
export type TokensSelection = {
  tokens: ManagedToken[];
  has: (token: ManagedToken) => boolean;
  /** Ticks these, or takes their ticks away. */
  set: (tokens: readonly ManagedToken[], isTicked: boolean) => void;
  clear: () => void;
};

/**
 * Ticks, which are gone as soon as other tokens are asked for: nobody should revoke what they no longer see listed.
 *
 * @param asked - what is asked for, apart from its order and page
 */
export function useTokensSelection(asked: string): TokensSelection {
  const [ticked, setTicked] = useState<{
    asked: string;
    tokens: ReadonlyMap<string, ManagedToken>;
  }>({ asked, tokens: new Map() });
  const tokens = useMemo(
    () => (ticked.asked === asked ? ticked.tokens : new Map()),
    [ticked, asked],
  );
  const set = useCallback(
    (changed: readonly ManagedToken[], isTicked: boolean) =>
      setTicked(before => {
        const after = new Map(before.asked === asked ? before.tokens : []);
        for (const token of changed) {
          if (isTicked) {
            after.set(token.ref, token);
          } else {
            after.delete(token.ref);
          }
        }
        return { asked, tokens: after };
      }),
    [asked],
  );
  const clear = useCallback(
    () => setTicked({ asked, tokens: new Map() }),
    [asked],
  );
  return useMemo(
    () => ({
      tokens: [...tokens.values()],
      has: token => tokens.has(token.ref),
      set,
      clear,
    }),
    [tokens, set, clear],
  );
}
