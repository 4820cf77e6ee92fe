import { GatewayError } from '../../ports/GatewayError';
import { MissingThing } from './Meaning';

/** A 404 of GitLab's own, with what it is about where GitLab says it. */
export class MissingError extends GatewayError {
  readonly missing?: MissingThing;

  constructor(message: string, missing?: MissingThing) {
    super('GATEWAY_NOT_FOUND', message);
    this.missing = missing;
  }
}

/** Undefined where GitLab says that one of these things is what does not exist; other failures are failures. */
export async function unlessMissing<T>(
  things: MissingThing[],
  answer: Promise<T>,
): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const isMissing =
      error instanceof MissingError &&
      error.missing !== undefined &&
      things.includes(error.missing);
    if (isMissing) {
      return undefined;
    }
    throw error;
  }
}
