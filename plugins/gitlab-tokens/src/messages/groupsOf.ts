/** What a module exports as `pageMessages`, and the like, by group: `page`. */
type Groups<M> = {
  readonly [K in keyof M as K extends `${infer Group}Messages`
    ? Group
    : never]: M[K];
};

/** The messages of a module by group: what it exports as `pageMessages` is the group `page`. */
export function groupsOf<M extends object>(module: M): Groups<M> {
  return Object.fromEntries(
    Object.entries(module).map(([name, texts]) => [
      name.replace(/Messages$/, ''),
      texts,
    ]),
  ) as Groups<M>;
}
