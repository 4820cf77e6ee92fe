import { parse } from 'qs';

/** Named values as they were sent; `a[]=` makes a list and `a[b]=` an object. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads a query or a URL-encoded form. */
export function parseFields(text: string): Fields {
  return parse(text, { arrayLimit: 1000, depth: 3, parameterLimit: 10_000 });
}
