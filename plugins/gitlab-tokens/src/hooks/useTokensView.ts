import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { paramsOf, TokenFilters, TokenView, viewOf } from '../model/tokenQuery';

/** What a URL says about the list of tokens, and how to change it. Going back undoes each change. */
export type TokensView = {
  view: TokenView;
  /** Shows other tokens, from their first page. With `replace`, going back skips what is shown now. */
  narrow: (
    filters: Partial<TokenFilters>,
    options?: { replace?: boolean },
  ) => void;
  show: (view: TokenView) => void;
  /** Reference of the token whose details are open. */
  opened: string | null;
  open: (ref: string | null) => void;
};

/** The part of the URL that says which tokens are shown. */
export function useTokensView(): TokensView {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const view = useMemo(() => viewOf(new URLSearchParams(text)), [text]);

  // What changes the URL later, such as a delayed search, changes the URL of then
  const latest = useRef({ params, setParams });
  useEffect(() => {
    latest.current = { params, setParams };
  });

  const show = useCallback((next: TokenView, replace = false) => {
    const { params: present, setParams: set } = latest.current;
    set(paramsOf(next, present), { replace });
  }, []);

  const narrow: TokensView['narrow'] = useCallback(
    (filters, options) => {
      const present = viewOf(latest.current.params);
      show(
        { ...present, filters: { ...present.filters, ...filters }, page: 1 },
        options?.replace,
      );
    },
    [show],
  );

  const open = useCallback((ref: string | null) => {
    const next = new URLSearchParams(latest.current.params);
    if (ref === null) {
      next.delete('token');
    } else {
      next.set('token', ref);
    }
    latest.current.setParams(next);
  }, []);

  return { view, narrow, show, opened: params.get('token'), open };
}
