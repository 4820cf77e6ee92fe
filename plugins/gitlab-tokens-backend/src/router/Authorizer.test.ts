import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { gitlabTokensEnvironmentReadPermission as permission } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
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
});
