/** The types of what the configuration of the browser tests takes from chromium.mjs. */
export const browserArguments: string[];
export function findChromium(): string | undefined;
