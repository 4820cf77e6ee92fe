import { GatewayError } from '../../ports/GatewayError';
import {
  DeployTokenClaim,
  DeployTokenVerdict,
} from '../../ports/DeployTokenProof';
import { GitlabInstance } from '../../ports/GitlabGateway';
import { answerError } from './answerError';
import { exchange, Transport } from './exchange';
import { withRetries } from './retrying';

/**
 * Asks GitLab for something that changes nothing, in the name of a deploy token.
 *
 * @throws GatewayError where GitLab answers neither yes nor no
 */
export async function proveDeployToken(
  instance: GitlabInstance,
  claim: DeployTokenClaim,
  transport: Transport,
): Promise<DeployTokenVerdict> {
  const url = proofUrl(instance, claim);
  if (url === undefined) {
    return 'unprovable';
  }
  return withRetries(
    () => ask(url, claim, transport),
    transport.signal,
    transport.retries,
  );
}

function proofUrl(
  { baseUrl }: GitlabInstance,
  { username, scopes, projectPath }: DeployTokenClaim,
): string | undefined {
  if (scopes.includes('read_repository') && projectPath !== null) {
    const path = projectPath.split('/').map(encodeURIComponent).join('/');
    return `${baseUrl}/${path}.git/info/refs?service=git-upload-pack`;
  }
  if (scopes.includes('read_registry')) {
    const account = encodeURIComponent(username);
    return `${baseUrl}/jwt/auth?service=container_registry&account=${account}`;
  }
  return undefined;
}

async function ask(
  url: string,
  { username, value }: DeployTokenClaim,
  transport: Transport,
): Promise<DeployTokenVerdict> {
  const credentials = `${username}:${value.reveal()}`;
  const request = {
    method: 'GET',
    url,
    headers: {
      accept: '*/*',
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      // In its second version the answer does not list every branch.
      'git-protocol': 'version=2',
    },
  };
  const { response, text } = await exchange(request, transport);
  switch (response.status) {
    case 200:
      return 'accepted';
    case 401:
    case 403:
      return 'refused';
    case 404:
      throw new GatewayError(
        'GATEWAY_NOT_FOUND',
        'GitLab answered 404 when a deploy token was to be proven: the project does not exist or the token may not see it, or this instance has no container registry',
      );
    default:
      throw answerError(response, text, request);
  }
}
