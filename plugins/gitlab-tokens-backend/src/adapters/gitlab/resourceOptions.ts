import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { GitlabInstance } from '../../ports/GitlabGateway';
import { Transport } from './exchange';
import { createRequester } from './requester';

/** What every resource class of gitbeaker is built with. */
export type ResourceOptions = ReturnType<typeof resourceOptions>;

/** The value of the credential is asked for at each request and kept nowhere. */
export function resourceOptions(
  instance: GitlabInstance,
  credential: Secret,
  transport: Transport,
) {
  return {
    // gitbeaker adds /api/v4 itself.
    host: instance.apiBaseUrl.replace(/\/api\/v4\/*$/, ''),
    // Bearer and not Private-Token: fetch takes it off a request that leaves for another origin.
    oauthToken: async () => credential.reveal(),
    // 0: the transport limits the time, and the answer's body with it.
    queryTimeout: 0,
    requesterFn: createRequester(transport),
  };
}
