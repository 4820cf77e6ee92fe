import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The page. */
export const rootRouteRef = createRouteRef({ id: 'gitlab-tokens' });

/** Its tab *Environments*; `?environment=NAME` opens it at one of them. */
export const environmentsRouteRef = createSubRouteRef({
  id: 'gitlab-tokens/environments',
  parent: rootRouteRef,
  path: '/environments',
});

/** Its tab *Tokens*; `?token=REF` opens the details of one of them. */
export const tokensRouteRef = createSubRouteRef({
  id: 'gitlab-tokens/tokens',
  parent: rootRouteRef,
  path: '/tokens',
});

/** Its tab *Activity*; `?operation=ID` opens one of the operations. */
export const activityRouteRef = createSubRouteRef({
  id: 'gitlab-tokens/activity',
  parent: rootRouteRef,
  path: '/activity',
});

/** Its tab *Policy*. */
export const policyRouteRef = createSubRouteRef({
  id: 'gitlab-tokens/policy',
  parent: rootRouteRef,
  path: '/policy',
});

/** The tab on the pages of catalog entities. */
export const entityTokensRouteRef = createRouteRef({
  id: 'gitlab-tokens/entity-tokens',
});

/** The way to that tab from the card, for portals that have it. */
export const entityTabRouteRef = createExternalRouteRef({
  id: 'gitlab-tokens/entity-tab',
  optional: true,
  defaultTarget: 'gitlab-tokens.entityTokens',
});
