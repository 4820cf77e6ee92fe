import { InvalidRecordError } from '../state/InvalidRecordError';
import { ApiError, badRequest, refusal } from './errors';

/**
 * Runs a write. GitLab says in different ways what its models refuse: `refuse` is the one of this endpoint.
 *
 * @throws ApiError if the model refuses
 */
export function writing<Result>(
  refuse: (error: InvalidRecordError) => ApiError,
  write: () => Result,
): Result {
  try {
    return write();
  } catch (error) {
    if (error instanceof InvalidRecordError) {
      throw refuse(error);
    }
    throw error;
  }
}

/** `400 Bad request - Expiration date must be before 2027-06-01`. */
export const asBadRequest = ({ message }: InvalidRecordError) =>
  badRequest(message);

/** The words alone, with status 400. */
export const asPlainWords = ({ message }: InvalidRecordError) =>
  refusal(400, message);

/** The words alone, with status 422. */
export const asUnprocessable = ({ message }: InvalidRecordError) =>
  refusal(422, message);

/** The problems by field, with status 400. */
export const asFields = ({ problems }: InvalidRecordError) =>
  refusal(400, problems);
