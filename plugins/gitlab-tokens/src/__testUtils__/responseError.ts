import { ResponseError } from '@backstage/errors';

/** What the client throws when the backend answers with this status, and with this in its error. */
export async function responseError(
  status: number,
  name: string,
  error: Record<string, unknown> = {},
) {
  const body = {
    error: { name, message: 'no', ...error },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}
