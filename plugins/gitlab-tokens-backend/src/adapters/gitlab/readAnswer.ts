import { GatewayError } from '../../ports/GatewayError';

/** A page of GitLab's API is far smaller; more than this is no answer of GitLab's. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The whole text of an answer.
 *
 * @throws GatewayError when it is larger than 16 MiB, and whatever the connection throws
 */
export async function readAnswer(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) {
      throw new GatewayError(
        'GATEWAY_UNEXPECTED_ANSWER',
        'GitLab gave an answer of more than 16 MiB',
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
