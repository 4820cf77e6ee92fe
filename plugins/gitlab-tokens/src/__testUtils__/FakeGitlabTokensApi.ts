import { NotFoundError } from '@backstage/errors';
import {
  Environment,
  EnvironmentList,
  EnvironmentsApi,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** The API's environments in memory: it gives what it was told to, at once, or when it is told to. */
export class FakeGitlabTokensApi
  implements Pick<EnvironmentsApi, 'listEnvironments' | 'getEnvironment'>
{
  /** What it was asked, oldest first. */
  readonly asked: { fresh: boolean }[] = [];
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
    await new Promise<void>(resolve =>
      this.held ? this.held.push(resolve) : resolve(),
    );
    if (error) {
      throw error;
    }
    return { items };
  }

  async getEnvironment(name: string): Promise<Environment> {
    const { items } = await this.listEnvironments();
    const found = items.find(item => item.name === name);
    if (!found) {
      throw new NotFoundError(`No environment ${name}`);
    }
    return found;
  }
}
