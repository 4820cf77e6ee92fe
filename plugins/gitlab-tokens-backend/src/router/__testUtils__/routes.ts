import {
  gitlabTokensTokenIssuePermission,
  gitlabTokensTokenReadPermission,
  gitlabTokensTokenRevokePermission,
  gitlabTokensTokenRotatePermission,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

export const REF = 'dev.project.20.105';
const ISSUE = {
  environment: 'dev',
  kind: 'project',
  owner: 'example-org/portal',
  name: 'ci',
  scopes: ['read_api'],
  role: 'developer',
  expiresAt: '2026-08-01',
  deliver: [{ target: 'reveal' }],
};

/** The permissions that are decided on a token. */
export const PERMISSIONS = {
  read: gitlabTokensTokenReadPermission,
  issue: gitlabTokensTokenIssuePermission,
  rotate: gitlabTokensTokenRotatePermission,
  revoke: gitlabTokensTokenRevokePermission,
};

/** A request that is answered, and what it takes. */
export interface Route {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  body?: object;
  /** Of the token permissions, or the name of another. */
  needs: keyof typeof PERMISSIONS | `gitlab-tokens.${string}`;
  /** The kind of token that it is about, where conditions decide on one. */
  kind?: TokenKind;
  /** The auditor's event, for what changes something. */
  event?: string;
  status: number;
}

const CREDENTIAL = '/environments/dev/credential';
/** One for each route of the API. */
export const ROUTES: Route[] = [
  {
    method: 'get',
    path: '/environments',
    needs: 'gitlab-tokens.environment.read',
    status: 200,
  },
  {
    method: 'get',
    path: '/environments/dev',
    needs: 'gitlab-tokens.environment.read',
    status: 200,
  },
  {
    method: 'put',
    path: CREDENTIAL,
    body: { token: 'glpat-pasted' },
    needs: 'rotate',
    kind: 'group',
    event: 'credential-paste',
    status: 202,
  },
  {
    method: 'post',
    path: `${CREDENTIAL}/rotation-plan`,
    needs: 'rotate',
    kind: 'group',
    status: 200,
  },
  {
    method: 'post',
    path: `${CREDENTIAL}/rotate`,
    needs: 'rotate',
    kind: 'group',
    event: 'credential-rotate',
    status: 202,
  },
  { method: 'get', path: '/tokens', needs: 'read', status: 200 },
  { method: 'get', path: '/tokens.csv', needs: 'read', status: 200 },
  { method: 'get', path: '/expiries', needs: 'read', status: 200 },
  { method: 'get', path: '/owners', needs: 'read', status: 200 },
  {
    method: 'post',
    path: '/tokens/plan',
    body: ISSUE,
    needs: 'issue',
    kind: 'project',
    status: 200,
  },
  {
    method: 'post',
    path: '/tokens',
    body: ISSUE,
    needs: 'issue',
    kind: 'project',
    event: 'token-issue',
    status: 202,
  },
  { method: 'get', path: `/tokens/${REF}`, needs: 'read', status: 200 },
  {
    method: 'post',
    path: `/tokens/${REF}/rotation-plan`,
    body: { mode: 'overlap' },
    needs: 'rotate',
    kind: 'project',
    status: 200,
  },
  {
    method: 'post',
    path: `/tokens/${REF}/rotate`,
    body: { mode: 'overlap' },
    needs: 'rotate',
    kind: 'project',
    event: 'token-rotate',
    status: 202,
  },
  {
    method: 'delete',
    path: `/tokens/${REF}?confirm=dev`,
    needs: 'revoke',
    kind: 'project',
    event: 'token-revoke',
    status: 202,
  },
  {
    method: 'post',
    path: '/tokens/revocation-plan',
    body: { tokens: [REF] },
    needs: 'revoke',
    kind: 'project',
    status: 200,
  },
  {
    method: 'post',
    path: '/tokens/revoke',
    body: { tokens: [REF], confirm: ['dev'] },
    needs: 'revoke',
    kind: 'project',
    event: 'token-revoke',
    status: 202,
  },
  {
    method: 'get',
    path: '/entities/component/default/portal/tokens',
    needs: 'read',
    status: 200,
  },
  {
    method: 'get',
    path: '/operations',
    needs: 'gitlab-tokens.operation.read',
    status: 200,
  },
  {
    method: 'get',
    path: '/operations/rotation',
    needs: 'gitlab-tokens.operation.read',
    status: 200,
  },
  {
    method: 'post',
    path: '/operations/issue/reveal',
    needs: 'issue',
    kind: 'project',
    event: 'operation-reveal',
    status: 200,
  },
  ...(['resume', 'cancel'] as const).flatMap((verb): Route[] => [
    {
      method: 'post',
      path: `/operations/rotation/${verb}`,
      needs: 'rotate',
      kind: 'project',
      event: `operation-${verb}`,
      status: 202,
    },
    {
      method: 'post',
      path: `/operations/issue/${verb}`,
      needs: 'issue',
      kind: 'project',
      event: `operation-${verb}`,
      status: 202,
    },
    {
      method: 'post',
      path: `/operations/paste/${verb}`,
      needs: 'rotate',
      kind: 'personal',
      event: `operation-${verb}`,
      status: 202,
    },
    {
      method: 'post',
      path: `/operations/revocation/${verb}`,
      needs: 'revoke',
      kind: 'project',
      event: `operation-${verb}`,
      status: 202,
    },
  ]),
];
