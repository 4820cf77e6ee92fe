import { randomBytes } from 'node:crypto';

/** The headers that every answer of the API has. */
export function apiHeaders(status: number): Record<string, string> {
  const correlationId = randomBytes(13).toString('hex').toUpperCase();
  return {
    'Cache-Control':
      status < 400 && status !== 204
        ? 'max-age=0, private, must-revalidate'
        : 'no-cache',
    Vary: 'Origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    'X-Gitlab-Meta': JSON.stringify({
      correlation_id: correlationId,
      version: '1',
    }),
    'X-Request-Id': correlationId,
    'X-Runtime': '0.010000',
  };
}
