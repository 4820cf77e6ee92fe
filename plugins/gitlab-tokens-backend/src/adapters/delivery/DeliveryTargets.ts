import { DeliveryTarget } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';

/** The delivery targets that there are: the plugin's own and those of modules. */
export class DeliveryTargets {
  readonly #targets = new Map<string, DeliveryTarget>();

  /** @throws Error when there is a target of that name already */
  add(target: DeliveryTarget): void {
    if (this.#targets.has(target.name)) {
      throw new Error(
        `There is a delivery target named ${target.name} already; each module needs a name of its own`,
      );
    }
    this.#targets.set(target.name, target);
  }

  names(): string[] {
    return [...this.#targets.keys()];
  }

  /** Undefined where nothing has that name. */
  get(name: string): DeliveryTarget | undefined {
    return this.#targets.get(name);
  }
}
