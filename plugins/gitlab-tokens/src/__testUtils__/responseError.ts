import { ResponseError } from '@backstage/errors';

/** What the client throws when the backend answers with this status. */
export async function responseError(status: number, name: string) {
  const body = {
    error: { name, message: 'no' },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}
