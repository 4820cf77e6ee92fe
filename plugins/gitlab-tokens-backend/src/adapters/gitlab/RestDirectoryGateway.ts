import { Groups, PersonalAccessTokens, Users } from '@gitbeaker/rest';
import { z } from 'zod';
import {
  DirectoryGateway,
  DirectoryUser,
  ListedToken,
} from '../../ports/DirectoryGateway';
import { GatewayError } from '../../ports/GatewayError';
import { GitlabResource, GitlabUser } from '../../ports/GitlabGateway';
import { groupAnswer, parseAnswer, projectAnswer, userAnswer } from './answers';
import { MissingError } from './MissingError';
import { allPages, Page, pageOf, pageOptions, requestPage } from './pages';
import { isResourceBot } from './resourceBot';
import { ResourceOptions } from './resourceOptions';
import { listedTokenAnswer } from './tokenAnswers';

/** Groups, projects, users and tokens of a GitLab over its REST API. */
export class RestDirectoryGateway implements DirectoryGateway {
  readonly #resources: ResourceOptions;
  readonly #concurrency: number;

  constructor(options: { resources: ResourceOptions; concurrency: number }) {
    this.#resources = options.resources;
    this.#concurrency = options.concurrency;
  }

  descendantGroups(groupPath: string): AsyncGenerator<GitlabResource[]> {
    const groups = new Groups(this.#resources);
    return this.#list(groupAnswer, async page =>
      pageOf(await groups.allDescendantGroups(groupPath, pageOptions(page))),
    );
  }

  projectsOf(groupPath: string): AsyncGenerator<GitlabResource[]> {
    const groups = new Groups(this.#resources);
    return this.#list(projectAnswer, async page =>
      pageOf(
        await groups.allProjects(groupPath, {
          includeSubgroups: true,
          withShared: false,
          simple: true,
          ...pageOptions(page),
        }),
      ),
    );
  }

  async *serviceAccounts(groupId: number): AsyncGenerator<GitlabUser[]> {
    yield* whereThereAreAny(
      this.#serviceAccounts(`groups/${groupId}/service_accounts`),
    );
  }

  allTokens(): AsyncGenerator<ListedToken[]> {
    const tokens = new PersonalAccessTokens(this.#resources);
    return this.#list(listedTokenAnswer, async page =>
      pageOf(await tokens.all(pageOptions(page))),
    );
  }

  async user(username: string): Promise<GitlabUser | undefined> {
    const users = new Users(this.#resources);
    const answer = await users.all({ username, perPage: 2 });
    const wanted = username.toLocaleLowerCase('en');
    return parseAnswer(z.array(userAnswer), answer).find(
      each => each.username.toLocaleLowerCase('en') === wanted,
    );
  }

  async *allUsers(): AsyncGenerator<DirectoryUser[]> {
    const accounts = new Set<number>();
    const lists = whereThereAreAny(this.#serviceAccounts('service_accounts'));
    for await (const page of lists) {
      page.forEach(({ id }) => accounts.add(id));
    }
    const users = new Users(this.#resources);
    const pages = this.#list(userAnswer, async page =>
      pageOf(await users.all(pageOptions(page))),
    );
    for await (const page of pages) {
      yield page.map(user => ({
        ...user,
        serviceAccount: isServiceAccount(user, accounts),
      }));
    }
  }

  #serviceAccounts(path: string): AsyncGenerator<GitlabUser[]> {
    const anywhere = new Users(this.#resources);
    return this.#list(userAnswer, page => requestPage(anywhere, path, page));
  }

  async *#list<T>(
    row: z.ZodType<T>,
    fetchPage: (page: number) => Promise<Page>,
  ): AsyncGenerator<T[]> {
    const schema = z.array(row);
    for await (const { rows } of allPages(fetchPage, this.#concurrency)) {
      yield parseAnswer(schema, rows);
    }
  }
}

/** The names that GitLab invents tell as well, where its list has only the accounts of the instance itself. */
function isServiceAccount(
  user: GitlabUser,
  accounts: Set<number>,
): boolean | undefined {
  if (accounts.has(user.id)) {
    return true;
  }
  if (user.bot === false || isResourceBot(user)) {
    return false;
  }
  return /^service_account_/.test(user.username) ? true : undefined;
}

/** Editions and plans without service accounts answer 404 or 403; a group that does not exist is a failure. */
async function* whereThereAreAny<T>(
  pages: AsyncGenerator<T[]>,
): AsyncGenerator<T[]> {
  try {
    yield* pages;
  } catch (error) {
    const isNone =
      error instanceof MissingError
        ? error.missing === undefined
        : error instanceof GatewayError && error.code === 'GATEWAY_FORBIDDEN';
    if (!isNone) {
      throw error;
    }
  }
}
