/**
 * The keys and list positions that lead to a value.
 *
 * @public
 */
export type KeyPath = readonly (string | number)[];

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_-]{0,63}$/u;
const HARMLESS = /^[\p{L}\p{N}_./ -]{1,64}$/u;

/**
 * A path in the form `integrations.gitlab[0].token`, for messages. A key with unusual characters is left out: in a
 * damaged file it may be a piece of a ciphertext or of a value.
 */
export function formatKeyPath(path: KeyPath): string {
  const text = path
    .map(key => {
      if (typeof key === 'number') return `[${key}]`;
      if (IDENTIFIER.test(key)) return `.${key}`;
      return HARMLESS.test(key) ? `["${key}"]` : '["…"]';
    })
    .join('');
  return text.startsWith('.') ? text.slice(1) : text;
}
