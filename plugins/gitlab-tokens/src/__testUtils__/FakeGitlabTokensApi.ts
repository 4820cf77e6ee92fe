import { NotFoundError } from '@backstage/errors';
import {
  Environment,
  EnvironmentExpiries,
  EnvironmentList,
  EnvironmentsApi,
  TokenExpiries,
  TokensApi,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** The API's environments in memory: it gives what it was told to, at once, or when it is told to. */
export class FakeGitlabTokensApi
  implements
    Pick<EnvironmentsApi, 'listEnvironments' | 'getEnvironment'>,
    Pick<TokensApi, 'listExpiries'>
{
  /** What it was asked, oldest first. */
  readonly asked: { fresh: boolean }[] = [];
  /** The expiries of tokens that are no credentials, or what they cannot be had for. */
  expiries: EnvironmentExpiries[] | Error = [];
  /** How often these were asked for. */
  expiriesAsked = 0;
  private error: Error | null = null;
  private held: (() => void)[] | null = null;

  constructor(private items: Environment[] = []) {}

  /** Gives these from now on. */
  give(items: Environment[]) {
    this.items = items;
    this.error = null;
  }

  /** Fails from now on. */
  fail(error: Error) {
    this.error = error;
  }

  /** Answers no more until `release`. */
  hold() {
    this.held = [];
  }

  /** Answers everything that was asked since `hold` with what was to be given then, the newest question first. */
  release() {
    const held = this.held ?? [];
    this.held = null;
    held.reverse().forEach(answer => answer());
  }

  async listEnvironments(options?: {
    fresh?: boolean;
  }): Promise<EnvironmentList> {
    this.asked.push({ fresh: options?.fresh ?? false });
    const { items, error } = this;
    await this.answering();
    if (error) {
      throw error;
    }
    return { items };
  }

  async listExpiries(): Promise<TokenExpiries> {
    this.expiriesAsked += 1;
    const { expiries } = this;
    await this.answering();
    if (expiries instanceof Error) {
      throw expiries;
    }
    return { items: expiries };
  }

  async getEnvironment(name: string): Promise<Environment> {
    const { items } = await this.listEnvironments();
    const found = items.find(item => item.name === name);
    if (!found) {
      throw new NotFoundError(`No environment ${name}`);
    }
    return found;
  }

  private answering(): Promise<void> {
    return new Promise(resolve =>
      this.held ? this.held.push(resolve) : resolve(),
    );
  }
}
