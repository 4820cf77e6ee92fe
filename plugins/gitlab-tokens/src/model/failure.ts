import { ErrorLike, isError } from '@backstage/errors';

/** Why the backend's answer cannot be shown. */
export type Failure = {
  kind: 'forbidden' | 'notFound' | 'incompatible' | 'unreachable';
  /** The backend's or the browser's own words. */
  message: string;
};

function statusOf(error: ErrorLike): number | undefined {
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

function kindOf(error: ErrorLike): Failure['kind'] {
  switch (statusOf(error)) {
    case 403:
      return 'forbidden';
    case 404:
      return 'notFound';
    default:
      return error.name.endsWith('ZodError') ? 'incompatible' : 'unreachable';
  }
}

/** The backend's own words, where the answer is an error of the backend and not of something before it. */
function messageOf({ message, cause }: ErrorLike): string {
  return isError(cause) && cause.name !== 'Error' && cause.message
    ? cause.message
    : message;
}

/** Classifies what the client of the HTTP API has thrown. */
export function failureOf(error: unknown): Failure {
  return isError(error)
    ? { kind: kindOf(error), message: messageOf(error) }
    : { kind: 'unreachable', message: String(error) };
}
