import { refuseProblems } from './InvalidRecordError';
import { State } from './State';
import { DeployToken } from './entities';
import { newDeployTokenValue } from './tokenValue';

const USERNAME = /^[a-zA-Z0-9.+_-]+$/;

/**
 * Makes a deploy token. Any expiry is taken, and none means that it never expires.
 *
 * @param plan - with no username GitLab makes one of the id
 * @throws InvalidRecordError if GitLab's model would refuse it; nothing is written then
 */
export function issueDeployToken(
  state: State,
  plan: Pick<DeployToken, 'resource' | 'name' | 'scopes' | 'expiresAt'> & {
    username: string | null;
  },
): DeployToken {
  const { name, scopes, username } = plan;
  refuseProblems({
    ...(name.trim() === '' && { name: ["can't be blank"] }),
    ...(username !== null &&
      !USERNAME.test(username) && {
        username: ["can contain only letters, digits, '_', '-', '+', and '.'"],
      }),
    ...(scopes.length === 0 && { base: ["Scopes can't be blank"] }),
  });
  const id = state.deployTokens.takeId();
  return state.deployTokens.insert({
    ...plan,
    id,
    username: username ?? `gitlab+deploy-token-${id}`,
    value: newDeployTokenValue(),
    revoked: false,
  });
}
