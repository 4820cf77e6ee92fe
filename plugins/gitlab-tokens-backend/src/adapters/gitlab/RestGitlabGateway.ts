import {
  GroupMembers,
  Groups,
  PersonalAccessTokens,
  ProjectMembers,
  Projects,
  Users,
} from '@gitbeaker/rest';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import {
  GitlabGateway,
  GitlabInstance,
  GitlabMember,
  GitlabResource,
  GitlabUser,
  SelfToken,
} from '../../ports/GitlabGateway';
import {
  groupAnswer,
  memberAnswer,
  parseAnswer,
  projectAnswer,
  selfTokenAnswer,
  userAnswer,
} from './answers';
import { createRequester } from './requester';

/** GitLab over its REST API, with gitbeaker's resource classes on our own transport. */
export class RestGitlabGateway implements GitlabGateway {
  /** What every resource class is built with. The value is asked for at each request and kept nowhere. */
  readonly #resource: {
    host: string;
    oauthToken: () => Promise<string>;
    queryTimeout: number;
    requesterFn: ReturnType<typeof createRequester>;
  };

  static connect(
    this: void,
    instance: GitlabInstance,
    credential: Secret,
    signal: AbortSignal,
  ): RestGitlabGateway {
    return new RestGitlabGateway(instance, credential, signal);
  }

  private constructor(
    instance: GitlabInstance,
    credential: Secret,
    signal: AbortSignal,
  ) {
    this.#resource = {
      // gitbeaker adds /api/v4 itself.
      host: instance.apiBaseUrl.replace(/\/api\/v4\/*$/, ''),
      // Bearer and not Private-Token: fetch takes it off a request that leaves for another origin.
      oauthToken: async () => credential.reveal(),
      // 0: the signal limits the time, and the answer's body with it.
      queryTimeout: 0,
      requesterFn: createRequester(signal),
    };
  }

  async self(): Promise<SelfToken> {
    const answer = await new PersonalAccessTokens(this.#resource).show();
    return parseAnswer(selfTokenAnswer, answer);
  }

  async currentUser(): Promise<GitlabUser> {
    const answer = await new Users(this.#resource).showCurrentUser();
    return parseAnswer(userAnswer, answer);
  }

  async resource(
    type: GitlabResource['type'],
    path: string,
  ): Promise<GitlabResource> {
    if (type === 'project') {
      const answer = await new Projects(this.#resource).show(path);
      return parseAnswer(projectAnswer, answer);
    }
    const answer = await new Groups(this.#resource).show(path, {
      withProjects: false,
    });
    return parseAnswer(groupAnswer, answer);
  }

  async member(
    { type, id }: GitlabResource,
    userId: number,
  ): Promise<GitlabMember> {
    const members =
      type === 'project'
        ? new ProjectMembers(this.#resource)
        : new GroupMembers(this.#resource);
    const answer = await members.show(id, userId, { includeInherited: true });
    return parseAnswer(memberAnswer, answer);
  }
}
