/**
 * A seed that cannot be taken: malformed, or contradicting itself. The message names the place and never a token's value.
 *
 * @public
 */
export class SeedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SeedError';
  }
}
