import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  gitlabTokensEnvironmentReadPermission as permission,
  gitlabTokensTokenReadPermission as reading,
  gitlabTokensTokenRotatePermission as rotating,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Request } from 'express';
import { Authorizer } from './Authorizer';

describe('Authorizer', () => {
  let now: number;
  const asked = jest.fn();

  function authorizerThatSays(...answers: AuthorizeResult[]) {
    const rest = [...answers];
    const permissions = mockServices.permissions.mock({
      authorize: async (_requests, { credentials }) => {
        asked(credentials);
        return [{ result: rest.shift()! }] as never;
      },
      authorizeConditional: async (_requests, { credentials }) => {
        asked(credentials);
        const result = rest.shift()!;
        return [{ result, conditions: result }] as never;
      },
    });
    return new Authorizer({
      httpAuth: mockServices.httpAuth(),
      permissions,
      now: () => new Date(now),
    });
  }

  const requestOf = (authorization: string) =>
    ({ headers: { authorization } } as Request);
  const dana = requestOf(mockCredentials.user.header('user:default/dana'));
  const kim = requestOf(mockCredentials.user.header('user:default/kim'));
  const service = requestOf(mockCredentials.service.header());

  const { ALLOW, DENY } = AuthorizeResult;

  beforeEach(() => {
    now = Date.parse('2026-06-01T12:00:00Z');
    asked.mockReset();
  });

  it('remembers what it allowed a person for five seconds, and nobody else', async () => {
    const authorizer = authorizerThatSays(ALLOW, DENY, DENY);
    await authorizer.require(dana, permission);
    now += 4_999;
    await authorizer.require(dana, permission);
    expect(asked).toHaveBeenCalledTimes(1);

    await expect(authorizer.require(kim, permission)).rejects.toThrow(
      'Needs the permission gitlab-tokens.environment.read',
    );
    now += 1;
    await expect(authorizer.require(dana, permission)).rejects.toThrow();
  });

  it('does not remember a no', async () => {
    const authorizer = authorizerThatSays(DENY, ALLOW);
    await expect(authorizer.require(dana, permission)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await authorizer.require(dana, permission);
  });

  it('asks each time for a service', async () => {
    const authorizer = authorizerThatSays(ALLOW, DENY);
    await authorizer.require(service, permission);
    await expect(authorizer.require(service, permission)).rejects.toThrow();
  });

  it('remembers under which conditions a person may read', async () => {
    const { CONDITIONAL } = AuthorizeResult;
    const authorizer = authorizerThatSays(CONDITIONAL, DENY);
    const decision = await authorizer.decide(dana, reading);
    expect(decision).toMatchObject({ conditions: CONDITIONAL });
    expect(await authorizer.decide(dana, reading)).toBe(decision);
    expect(asked).toHaveBeenCalledTimes(1);
    await expect(authorizer.decide(kim, reading)).rejects.toThrow(
      'Needs the permission gitlab-tokens.token.read',
    );
  });

  it('asks each time for what changes something', async () => {
    const authorizer = authorizerThatSays(ALLOW, DENY);
    await authorizer.decide(dana, rotating);
    await expect(authorizer.decide(dana, rotating)).rejects.toThrow(
      'Needs the permission gitlab-tokens.token.rotate',
    );
  });

  it('names who asks', async () => {
    const authorizer = authorizerThatSays();
    expect(await authorizer.actor(dana)).toBe('user:default/dana');
    expect(await authorizer.actor(service)).toBe('external:test-service');
  });
});
