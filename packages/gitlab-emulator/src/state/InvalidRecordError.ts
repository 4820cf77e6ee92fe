/** What is wrong with a row that was to be written, by field, in GitLab's words. */
export type Problems = Readonly<Record<string, readonly string[]>>;

const LABELS: Record<string, string | undefined> = {
  expires_at: 'Expiration date',
};

/** A row that GitLab's model would not take; nothing was written. */
export class InvalidRecordError extends Error {
  constructor(readonly problems: Problems) {
    super(sentence(Object.entries(problems).flatMap(fullMessages)));
    this.name = 'InvalidRecordError';
  }
}

/** @throws InvalidRecordError if there is a problem */
export function refuseProblems(problems: Problems): void {
  if (Object.keys(problems).length > 0) {
    throw new InvalidRecordError(problems);
  }
}

function fullMessages([field, messages]: [string, readonly string[]]) {
  const words = field.replaceAll('_', ' ');
  const label = LABELS[field] ?? words[0].toUpperCase() + words.slice(1);
  return field === 'base'
    ? messages
    : messages.map(message => `${label} ${message}`);
}

function sentence(parts: readonly string[]): string {
  if (parts.length <= 2) {
    return parts.join(' and ');
  }
  return `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
}
