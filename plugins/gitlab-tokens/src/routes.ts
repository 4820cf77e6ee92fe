import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The page. */
export const rootRouteRef = createRouteRef({ id: 'gitlab-tokens' });

/** Its tab *Environments*; `?environment=NAME` opens it at one of them. */
export const environmentsRouteRef = createSubRouteRef({
  id: 'gitlab-tokens/environments',
  parent: rootRouteRef,
  path: '/environments',
});
