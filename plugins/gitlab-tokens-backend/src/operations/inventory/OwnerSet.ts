import {
  GitlabTarget,
  Owner,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** Owners by their numbers and by their paths, which ignore the case. */
export class OwnerSet {
  readonly #owners = new Map<string, Owner>();
  readonly #known = new Map<string, Owner>();

  get owners(): Owner[] {
    return [...this.#owners.values()];
  }

  add({ type, id, path }: Owner): void {
    const owner = { type, id, path };
    this.#owners.set(id > 0 ? `${type} ${id}` : `${type} /${path}`, owner);
    this.remember(owner);
  }

  /** For `get`, without being one of them. What is known already is newer. */
  remember(owner: Owner): void {
    const { type, id, path } = owner;
    const names = [`${type} ${id}`, `${type} /${path?.toLowerCase()}`];
    names
      .filter(name => !this.#known.has(name))
      .forEach(name => this.#known.set(name, owner));
  }

  get({ type, id, path }: GitlabTarget): Owner | undefined {
    const name = path === null ? `${id}` : `/${path.toLowerCase()}`;
    return this.#known.get(`${type} ${name}`);
  }
}
