import {
  GroupMembers,
  Groups,
  PersonalAccessTokens,
  ProjectMembers,
  Projects,
  Users,
} from '@gitbeaker/rest';
import {
  GitlabGateway,
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
import { ResourceOptions } from './resourceOptions';

/** GitLab over its REST API, with gitbeaker’s resource classes on our own transport. */
export class RestGitlabGateway implements GitlabGateway {
  readonly #resource: ResourceOptions;

  constructor(resource: ResourceOptions) {
    this.#resource = resource;
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
