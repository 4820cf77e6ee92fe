import { Operation } from '../../domain/Operation';
import { canReveal } from '../../domain/operationActions';
import { BrokerWorld } from './BrokerWorld';
import { Hands } from './Hands';
import { VALUES } from './organisation';
import { valueOf } from './truth';
import { unwatched } from './watching';

/** Dana, who merges, looks at what is shown to her, and runs a portal on the new token. */
export class Person {
  /** What was shown to her. */
  readonly shown: string[] = [];
  #looks = 0;

  constructor(private readonly world: BrokerWorld) {}

  /** Does what the operation waits for. */
  async act(hands: Hands, operation: Operation): Promise<void> {
    if (canReveal(operation) && this.shown.length === 0) {
      const value = await hands.reveal();
      this.shown.push(...(value === undefined ? [] : [value]));
    }
    if (operation.step === 'awaiting') {
      this.#looks += 1;
      // Not at the first look: there has to be something to wait for.
      await (this.#looks > 1 && this.merge());
    }
    if (operation.step === 'verified') {
      await this.#use(operation);
    }
  }

  /** Merges what is open. */
  async merge(): Promise<void> {
    const [request] = this.world.gitlab.state().mergeRequests ?? [];
    if (request?.state === 'opened') {
      const { projectId, iid } = request;
      const path = `/projects/${projectId}/merge_requests/${iid}/merge`;
      await this.#ask(VALUES.broker, 'PUT', path);
    }
  }

  /** Revokes a token of the organisation's group. */
  async revoke(id: number): Promise<void> {
    await this.#ask(VALUES.broker, 'DELETE', `/groups/10/access_tokens/${id}`);
  }

  async #use(operation: Operation): Promise<void> {
    const value = valueOf(this.world.gitlab.state(), operation);
    if (value && !operation.tokenKind.endsWith('-deploy')) {
      await this.#ask(value, 'GET', '/personal_access_tokens/self');
    }
  }

  async #ask(value: string, method: string, path: string): Promise<void> {
    const answer = await unwatched(() =>
      fetch(`${this.world.gitlab.url}/api/v4${path}`, {
        method,
        headers: { 'PRIVATE-TOKEN': value },
      }),
    );
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status}`);
    }
  }
}
