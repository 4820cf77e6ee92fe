import { Metadata, Users } from '@gitbeaker/rest';
import { z } from 'zod';
import {
  BrokerAccess,
  BrokerGateway,
  BrokerSelf,
} from '../../ports/BrokerGateway';
import { GitlabMember, GitlabResource } from '../../ports/GitlabGateway';
import { parseAnswer, userAnswer } from './answers';
import { MissingError } from './MissingError';
import { isResourceBot } from './resourceBot';
import { ResourceOptions } from './resourceOptions';
import { RestGitlabGateway } from './RestGitlabGateway';

/** `GET /user`: only administrators are told that they are. */
const administratorAnswer = z.object({ is_admin: z.boolean().default(false) });

/** `GET /metadata`; older versions do not say it. */
const metadataAnswer = z.object({ enterprise: z.boolean().nullish() });

/** A broker's credential over GitLab's REST API. */
export class RestBrokerGateway implements BrokerGateway {
  readonly #resources: ResourceOptions;
  readonly #gateway: RestGitlabGateway;

  constructor(resources: ResourceOptions) {
    this.#resources = resources;
    this.#gateway = new RestGitlabGateway(resources);
  }

  async describe(): Promise<BrokerSelf> {
    const [self, answer] = await Promise.all([
      this.#gateway.self(),
      new Users(this.#resources).showCurrentUser(),
    ]);
    const user = parseAnswer(userAnswer, answer);
    const isBot = isResourceBot(user);
    return {
      tokenId: self.id,
      userId: self.userId,
      username: user.username,
      isAdmin: parseAnswer(administratorAnswer, answer).is_admin,
      isBot,
      isServiceAccount: !isBot && user.bot === true,
      scopes: self.scopes,
      expiresAt: self.expiresAt,
      active: self.active,
    };
  }

  async accessLevel({
    type,
    path,
  }: Pick<GitlabResource, 'type' | 'path'>): Promise<BrokerAccess> {
    const [{ userId }, resource] = await Promise.all([
      this.#gateway.self(),
      this.#gateway.resource(type, path),
    ]);
    const member = await this.#member(resource, userId);
    return { resource, accessLevel: member?.accessLevel ?? null };
  }

  async isEnterprise(): Promise<boolean | null> {
    const answer = await unlessAbsent(new Metadata(this.#resources).show());
    return answer === undefined
      ? null
      : parseAnswer(metadataAnswer, answer).enterprise ?? null;
  }

  /** The resource was there a moment ago, so that what is missing is the member. */
  #member(
    resource: GitlabResource,
    userId: number,
  ): Promise<GitlabMember | undefined> {
    return unlessAbsent(this.#gateway.member(resource, userId));
  }
}

async function unlessAbsent<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof MissingError) {
      return undefined;
    }
    throw error;
  }
}
