/** A timestamp as the state keeps it: UTC with milliseconds. */
export function normalTimestamp(text: string): string {
  return new Date(text).toISOString();
}

/** A timestamp as a seed writes it: without milliseconds where there are none. */
export function seedTimestamp(text: string): string {
  return text.replace(/\.000Z$/, 'Z');
}
