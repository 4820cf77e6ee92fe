import { IncomingMessage } from 'node:http';

/** The request's body was longer than allowed. */
export class BodyTooLargeError extends Error {
  constructor(limit: number) {
    super(`the body is longer than ${limit} bytes`);
    this.name = 'BodyTooLargeError';
  }
}

/** @throws BodyTooLargeError after the whole body was received and dropped, so that the answer can be read */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= limit) {
      chunks.push(chunk);
    }
  }
  if (length > limit) {
    throw new BodyTooLargeError(limit);
  }
  return Buffer.concat(chunks);
}
