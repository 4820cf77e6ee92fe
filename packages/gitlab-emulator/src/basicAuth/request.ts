import { Moment } from '../state/issueToken';
import { BasicCredentials } from './credentials';

/** One request to what is outside the API and takes tokens by Basic authentication. */
export interface BasicRequest extends Moment {
  /** Where this GitLab is, without a slash at the end. */
  readonly baseUrl: string;
  readonly method: string;
  readonly query: URLSearchParams;
  /** Null where none were sent. */
  readonly credentials: BasicCredentials | null;
}
