import { InputError } from '@backstage/errors';
import { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Everything that is wrong with the configuration, one complaint a line. */
export function wrongConfiguration(complaints: string[]): InputError {
  return new InputError(
    `The configuration of the gitlab-tokens plugin is wrong:\n${complaints.join(
      '\n',
    )}`,
  );
}

/**
 * One wrong key in a line: its path, what was found there and what is allowed.
 *
 * @param root - the path of the configuration that was validated
 */
export function describeIssue(
  root: string,
  issue: Issue,
  raw: unknown,
): string {
  const path = [root, ...issue.path.map(String)].join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .map(key => `- ${path}.${key}: there is no such key`)
      .join('\n');
  }
  const found = valueAt(raw, issue.path);
  return `- ${path}: ${what(found, issue)}; allowed is ${allowed(issue)}`;
}

function what(found: unknown, issue: Issue): string {
  if (found === undefined) {
    return 'is missing';
  }
  return `found ${
    mayBeSecret(found, issue) ? 'a value that is not shown here' : show(found)
  }`;
}

/** A private key may have been put under `escrow` by mistake, at whatever depth, and a token where keys belong. */
function mayBeSecret(found: unknown, issue: Issue): boolean {
  const areKeysWanted =
    issue.code === 'invalid_type' &&
    (issue.expected === 'object' || issue.expected === 'record');
  return (
    issue.path[0] === 'escrow' || (areKeysWanted && typeof found === 'string')
  );
}

function allowed(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `a value of type ${issue.expected}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum}${unit(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${unit(issue.origin)}`;
    case 'invalid_key':
      return issue.issues.map(each => each.message).join(', ');
    default:
      return issue.message;
  }
}

function unit(origin: string): string {
  switch (origin) {
    case 'string':
      return ' character';
    case 'array':
      return ' entry';
    default:
      return '';
  }
}

function valueAt(raw: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    raw,
  );
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
