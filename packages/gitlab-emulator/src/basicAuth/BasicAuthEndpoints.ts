import { IncomingHttpHeaders } from 'node:http';
import { Instance } from '../Instance';
import { Answer } from '../http/answer';
import { Token } from '../state/entities';
import { basicCredentials } from './credentials';
import { answerGitRefs } from './gitRefs';
import { presentedToken } from './holder';
import { answerRegistryToken } from './registryToken';

const REGISTRY_TOKEN = '/jwt/auth';
const GIT_REFS = /^\/(?<project>.+)\.git\/info\/refs$/;

/** A request to an endpoint outside the API, with the whole path as it was sent. */
export interface BasicCall {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
}

/** Where Git and container registries prove a token: outside the API, by Basic authentication. */
export class BasicAuthEndpoints {
  constructor(
    private readonly instance: Instance,
    private readonly baseUrl: () => string,
  ) {}

  has(path: string): boolean {
    return path === REGISTRY_TOKEN || GIT_REFS.test(path);
  }

  /** The row of the presented token, accepted or not; null for a deploy token, whose ids are a sequence of their own. */
  identify({ headers }: BasicCall): Token | null {
    const credentials = basicCredentials(headers.authorization);
    return presentedToken(this.instance.state, credentials);
  }

  answer({ method, path, query, headers }: BasicCall): Answer {
    const { state, clock } = this.instance;
    const request = {
      state,
      now: clock.now(),
      baseUrl: this.baseUrl(),
      method,
      query: new URLSearchParams(query),
      credentials: basicCredentials(headers.authorization),
    };
    const project = GIT_REFS.exec(path)?.groups?.project;
    return project === undefined
      ? answerRegistryToken(request)
      : answerGitRefs(request, decodePath(project));
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
